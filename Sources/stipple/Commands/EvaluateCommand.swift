import ArgumentParser
import Diffusion

/// `stipple evaluate`: how good samples are, beside what real data would score.
struct EvaluateCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure how good a preset's samples are.",
    discussion: """
      Draws samples as 'stipple sample' does and measures them against fresh data of the same \
      size. Every figure stands beside its floor, the same measure taken on real data: no sample \
      can be expected to do better. With a file of weights the network's distance from the exact \
      score is measured too, at ten levels of the schedule.

      Examples:
        stipple evaluate eight-gaussians --sampler ddim --steps 50 --count 4000
        stipple evaluate two-moons --model moons.safetensors --json
      """)

  @Argument(help: "The preset to evaluate.")
  var preset: String

  @OptionGroup var model: ModelOption
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var settings: SamplerSettingOptions
  @OptionGroup var schedule: ScheduleOptions
  @OptionGroup var seed: SeedOption
  @OptionGroup var count: CountOption

  @Flag(help: "Print JSON in place of CSV.")
  var json = false

  func run(on console: Console) throws {
    let laboratory = try console.laboratory(
      preset: preset, edits: [schedule, sampling, settings, seed])
    let weights = try model.weights(for: laboratory, console: console)
    let denoiser: any Denoiser = weights.map(LearnedDenoiser.init) ?? laboratory.exactDenoiser
    let evaluation = Evaluation(
      of: denoiser, named: model.model, in: laboratory,
      count: count.count ?? laboratory.experiment.particles,
      measuresScore: weights != nil)
    try console.output(json ? JSONText.encode(evaluation) : evaluation.csv)
  }
}
