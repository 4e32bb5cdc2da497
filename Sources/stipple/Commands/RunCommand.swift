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
      """)

  @Argument(help: "A preset's name or file; eight Gaussians if not given.")
  var preset: String?

  @OptionGroup var schedule: ScheduleOptions
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var crowd: CrowdOption
  @OptionGroup var seed: SeedOption
  @OptionGroup var screen: ScreenOptions

  func run(on console: Console) throws {
    let experiment = try console.experiment(
      preset: preset, edits: [schedule, sampling, crowd, seed])
    try Screen.run(experiment, options: screen.values, presets: console.presets)
  }
}
