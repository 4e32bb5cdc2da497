import ArgumentParser
import Diffusion

/// `stipple evaluate`: how good samples are, beside what real data would score.
struct EvaluateCommand: DrawingCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure how good a preset's samples are.",
    discussion: """
      Draws samples as 'stipple sample' does, or takes those of --samples, and measures them \
      against as many fresh points of the exact distribution, or of its --label. Every figure \
      stands beside its floor, the same measure of real data: no sample can be expected to do \
      better; and beside the ideal where the exact distribution's own score is known. With \
      --seeds every figure is a mean, beside its standard deviation.

      All of 'stipple list evaluations' is worked out unless --metrics chooses. What looks at all \
      pairs of points (wasserstein, energy, mmd, prdc) takes a few seconds a seed for 2000 points \
      and minutes for 10000; wasserstein takes at most \(ExactTransport.mostPoints).

      Examples:
        stipple evaluate eight-gaussians --sampler ddim --steps 50 --count 4000
        stipple evaluate two-moons --model moons.safetensors --json
        stipple evaluate eight-gaussians --seeds 20 --metrics sliced-wasserstein,modes
        stipple evaluate eight-gaussians --samples mine.csv
      """)

  @Argument(help: "The preset to evaluate.")
  var preset: String

  @OptionGroup var model: ModelOption
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var lists: GridListOptions
  @OptionGroup var settings: SamplerSettingOptions
  @OptionGroup var guidance: GuidanceOptions
  @OptionGroup var schedule: ScheduleOptions
  @OptionGroup var seed: SeedOption
  @OptionGroup var count: CountOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many seeds are averaged over, counted up from --seed.", valueName: "k"),
    transform: FlagValue.whole)
  var seeds = 1

  @Option(
    help: ArgumentHelp(
      "What is measured, with commas between; see 'stipple list evaluations'.", valueName: "names"),
    completion: FlagValue.names(of: Judgement.self),
    transform: FlagValue.list(of: FlagValue.member))
  var metrics: [Judgement]?

  @Option(
    help: ArgumentHelp(
      "Judge the points of this CSV file (x,y) in place of drawing some.", valueName: "file"))
  var samples: String?

  @Flag(help: "Print JSON in place of CSV.")
  var json = false

  static let mostSeeds = 1000

  func validate() throws {
    try lists.validate(with: sampling)
    if !(1...Self.mostSeeds).contains(seeds) {
      throw ValidationError("--seeds must be from 1 to \(Self.mostSeeds), not \(seeds)")
    }
    if samples != nil && count.count != nil {
      throw ValidationError("--count and --samples exclude one another: a row is a sample")
    }
  }

  func run(on console: Console) throws {
    let laboratory = try laboratory(preset: preset, on: console)
    let given = try samples.map { path throws(InputError) in try PointFile.judged(path).points }
    let isTransport = laboratory.transport != nil
    let motion = isTransport && given == nil ? try motion(in: laboratory) : nil
    let network =
      given == nil && !isTransport ? try model.network(for: laboratory, console: console) : nil
    let helpers = try guidance.helpers(of: network, for: laboratory, console: console)
    let run = EvaluationRun(
      network: network, motion: motion, helpers: helpers, given: given,
      count: count.count ?? laboratory.experiment.particles, judgements: metrics,
      console: console)
    var results: [EvaluationRun.Result] = []
    for number in 0..<seeds {
      let name = seeds == 1 ? "" : "seed \(number + 1) of \(seeds): "
      results.append(try run.result(in: laboratory.seeded(by: number), named: name))
    }
    console.progress?("")
    let report = EvaluationReport(results, of: laboratory, by: self)
    try console.output(json ? JSONText.encode(report.json) : report.csv)
  }
}

extension Laboratory {
  /// The same laboratory with the seed so much higher.
  fileprivate func seeded(by offset: Int) throws(InputError) -> Laboratory {
    if offset == 0 { return self }
    var experiment = experiment
    experiment.seed &+= UInt64(offset)
    do throws(ExperimentError) {
      return try Laboratory(experiment).visiting(grid)
    } catch {
      throw InputError(error.description)
    }
  }
}
