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
        stipple run latent --model latent.safetensors
        stipple run two-moons --play "pause; direction reverse; view score exact"
        stipple run --script tour.txt --record tour.cast
        stipple run --resume
      """)

  @Argument(help: "A preset's name or file; eight Gaussians if not given.", completion: .preset)
  var preset: String?

  @OptionGroup var outside: OutsideOption

  @OptionGroup var schedule: ScheduleOptions
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var crowd: CrowdOption
  @OptionGroup var seed: SeedOption
  @OptionGroup var keys: KeysOption
  @OptionGroup var network: NetworkFileOption
  @OptionGroup var play: PlayOptions
  @OptionGroup var look: LookOptions
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var session: SessionOptions

  func validate() throws {
    if session.isAsked, preset != nil || network.model != nil {
      throw ValidationError("a session has its own experiment: leave out the preset and --model")
    }
  }

  func run(on console: Console) throws {
    let line = try Screen.run(
      beginning(on: console), script: play.lines(), options: try screen.values(looking: look),
      presets: console.presets.allowing(outside))
    if let line { try console.output(line + "\n") }
  }

  private func beginning(on console: Console) throws -> Screen.Opening {
    if session.isAsked {
      let resumed = try session.resumed
      return .session(resumed.session, resumed.file)
    }
    let beginning = try network.beginning(of: opening(on: console), on: console)
    return .experiment(beginning.experiment, weights: beginning.weights)
  }

  /// The experiment that the flags and the preset describe.
  func opening(on console: Console) throws(InputError) -> Experiment {
    try console.experiment(
      preset: preset, outside: outside, edits: [keys, schedule, sampling, crowd, seed])
  }
}
