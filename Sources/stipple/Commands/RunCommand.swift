import ArgumentParser
import Diffusion

/// `stipple run`, and `stipple` alone: the screen.
struct RunCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Open the screen on an experiment.",
    discussion: """
      Examples:
        stipple run
        stipple run linear-vs-cosine --timesteps 50
        stipple run ./mine.yaml --seed 3
        stipple run eight-gaussians --model ring.safetensors
      """)

  @Argument(help: "A preset's name or file; eight Gaussians if not given.")
  var preset: String?

  @OptionGroup var schedule: ScheduleOptions
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var crowd: CrowdOption
  @OptionGroup var seed: SeedOption
  @OptionGroup var network: NetworkFileOption
  @OptionGroup var look: LookOptions
  @OptionGroup var screen: ScreenOptions

  func run(on console: Console) throws {
    let weights = try network.weights
    var experiment = try console.experiment(
      preset: preset, edits: [schedule, sampling, crowd, seed])
    network.apply(weights, to: &experiment)
    try Screen.run(
      experiment, weights: weights, options: screen.values(looking: look),
      presets: console.presets)
  }
}
