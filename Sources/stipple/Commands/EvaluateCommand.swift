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
      --seeds every figure is a mean, beside its standard deviation. With another prior a column \
      label in --samples names the label that each of them set out with, so that it is told how \
      many have kept it.

      --sampler, --steps, --schedule, --variance and --seeds also take lists with commas between: \
      every combination is drawn, and one table has a column for each. At a terminal tables have aligned \
      columns and five digits, elsewhere they are CSV.

      All of 'stipple list evaluations' is worked out unless --metrics chooses. What looks at all \
      pairs of points (energy, mmd, prdc) takes a few seconds a seed for 2000 points and minutes \
      for 10000; exact wasserstein does not.

      --metrics elbo works out the variational bound of the chain of all T steps of the schedule, with \
      the variance of --variance, in nats: nll_bound = elbo_prior + elbo_terms + \
      elbo_reconstruction, beside nll_exact, the entropy of the data, which no model is below. Each \
      has its standard error (NAME_error), which is 0 where nothing had to be drawn. JSON lists \
      elbo_terms for t = 2..T, tables sum them up. optimal and full are made of the data's own \
      covariances, for networks too; learned is a network's own, and of the exact model what that is \
      at best.

      With samples: n in the preset, memorized is the share of samples that copy a training point, \
      and --model empirical the model that can do nothing else.

      Of vae there are elbo = reconstruction - kl, the latter also by latent number, and \
      log_likelihood by --importance weights, each with its standard error, beside nll_exact. Of \
      hierarchical-vae there are the same, with kl_per_level from the data to the top, and, where the \
      encoder is fixed, elbo_diffusion and kl_per_level_diffusion by the formulas of diffusion.

      --guidance-weights repeats it for each of several weights of guidance: the curve of label \
      accuracy against Frechet distance and diversity.

      Examples:
        stipple evaluate eight-gaussians --sampler ddim --steps 50 --count 4000
        stipple evaluate two-moons --model moons.safetensors --json
        stipple evaluate eight-gaussians --seeds 20 --metrics sliced-wasserstein,modes
        stipple evaluate eight-gaussians --sampler ddim,heun --steps 5,10,20 --metrics modes
        stipple evaluate eight-gaussians --metrics elbo --variance small,large,optimal,full
        stipple evaluate eight-gaussians --samples mine.csv
        stipple evaluate eight-gaussians --label north --guidance-weights 0,1,2,4,8
      """)

  @Argument(help: "The preset to evaluate.", completion: .preset)
  var preset: String

  @OptionGroup var outside: OutsideOption

  @OptionGroup var model: ModelOption
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var lists: GridListOptions
  @OptionGroup var settings: SamplerSettingOptions
  @OptionGroup var guidance: GuidanceOptions
  @OptionGroup var prompt: PromptOption
  @OptionGroup var schedule: ScheduleOptions
  @OptionGroup var keys: KeysOption
  @OptionGroup var seed: SeedOption
  @OptionGroup var count: CountOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many seeds are averaged over, counted up from --seed; a list has a column for each.",
      valueName: "k|list"),
    transform: SeedChoice.init(word:))
  var seeds = SeedChoice.count(1)

  @Option(
    help: ArgumentHelp(
      "What is measured, with commas between; see 'stipple list evaluations'.", valueName: "names"),
    completion: FlagValue.names(of: EvaluationMetric.self),
    transform: FlagValue.list(of: FlagValue.member))
  var metrics: [EvaluationMetric]?

  @Option(
    help: ArgumentHelp(
      "Judge the points of this file in place of drawing some.", valueName: "file"))
  var samples: String?

  @OptionGroup var form: PointFormOptions
  @OptionGroup var importance: ImportanceOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Measure with each of these weights of guidance, with commas between, in place of --guidance.",
      valueName: "weights"),
    transform: FlagValue.list(of: FlagValue.number))
  var guidanceWeights: [Double]?

  @Flag(help: "Print JSON in place of CSV.")
  var json = false

  @OptionGroup var line: JSONLineOption

  @Flag(help: "At a terminal, also print how every measure is defined.")
  var long = false

  func validate() throws {
    try lists.validate(with: sampling)
    try form.refuse(unlessGiven: "the file of --samples", samples != nil)
    try validateChoices()
    if samples != nil && count.count != nil {
      throw ValidationError("--count and --samples exclude one another: a row is a sample")
    }
    if line.jsonLine && (guidanceWeights != nil || choices.count > 1) {
      throw ValidationError("--json-line prints one result: leave out lists")
    }
    if samples != nil && guidanceWeights != nil {
      throw ValidationError("--guidance-weights and --samples exclude one another")
    }
  }

  func run(on console: Console) throws {
    let choices = choices
    if choices.count > 1 { return try compare(choices, on: console) }
    let (laboratory, run) = try preparation(on: console)
    noteUnread(on: console)
    let (text, faults) = try figures(of: laboratory, by: run)
    try console.output(text)
    if samples == nil {
      console.noteStepSize(of: laboratory)
      console.noteNoiseEnd(of: laboratory)
    }
    if !faults.isEmpty { throw WorkError(faults.joined(separator: "; ")) }
  }

  /// What is evaluated, and by which models.
  func preparation(on console: Console) throws -> (Laboratory, EvaluationRun) {
    let laboratory = try variedLaboratory(on: console)
    try importance.refuse(unlessOf: laboratory)
    let form = try form.form
    let given = try samples.map { path throws(InputError) in
      try GivenSamples(inFile: path, as: form, for: laboratory, on: console)
    }
    let source =
      given == nil ? try laboratory.commands.source(for: self, in: laboratory, on: console) : nil
    let run = EvaluationRun(
      source: source, given: given, count: count.count ?? laboratory.experiment.particles,
      metrics: metrics ?? (guidanceWeights == nil ? nil : EvaluationMetric.ofGuidance),
      areAskedFor: metrics != nil,
      console: console)
    return (laboratory, run)
  }

  /// The laboratory of the preset, edited by the flags. The bound is that of DDPM's chain whatever draws
  /// the samples, so that its variance can be said for it alone.
  private func variedLaboratory(on console: Console) throws(InputError) -> Laboratory {
    guard readsVariance, let variance = try FlagValue.one(settings.variance, of: "--variance")
    else {
      return try laboratory(preset: preset, on: console)
    }
    var drawn = self
    drawn.settings.variance = nil
    return try drawn.laboratory(preset: preset, on: console).varying(by: variance)
  }

  /// Whether something is measured that the variance of DDPM's steps matters to.
  var readsVariance: Bool { metrics?.contains(where: \.readsVariance) ?? false }

  private func figures(
    of laboratory: Laboratory, by run: EvaluationRun
  ) throws -> (text: String, faults: [String]) {
    guard let guidanceWeights else {
      let report = try report(of: laboratory, by: run, named: "")
      return (try text(of: report, on: run.console), report.faults)
    }
    let curve = GuidanceCurve(
      points: try guidanceWeights.map { weight in
        let weighed = try laboratory.rebuilt(weighing: weight)
        return (weight, try report(of: weighed, by: run, named: "guidance \(weight): "))
      })
    let text = try json ? JSONText.encode(curve.json) : curve.csv
    return (text, curve.points.first?.report.faults ?? [])
  }

  private func text(of report: EvaluationReport, on console: Console) throws -> String {
    if line.jsonLine { return try JSONText.line(report.json, by: console.words) }
    if json { return try JSONText.encode(report.json) }
    guard let width = console.width else { return report.csv }
    return report.text(width: width, isLong: long)
  }

  func report(
    of laboratory: Laboratory, by run: EvaluationRun, named title: String
  ) throws -> EvaluationReport {
    var results: [EvaluationRun.Result] = []
    for number in 0..<seeds.averaged {
      let name =
        seeds.averaged == 1 ? title : "\(title)seed \(number + 1) of \(seeds.averaged): "
      let seeded = try laboratory.seeded(by: number)
      results.append(
        try laboratory.commands.judgement(of: seeded, by: self, on: run.console)
          ?? run.result(in: seeded, named: name))
    }
    run.console.progress?("")
    return EvaluationReport(results, of: laboratory, by: self)
  }
}

extension Laboratory {
  /// The same laboratory with the seed so much higher.
  fileprivate func seeded(by offset: Int) throws(InputError) -> Laboratory {
    if offset == 0 { return self }
    var experiment = experiment
    experiment.seed &+= UInt64(offset)
    return try rebuilt(as: experiment)
  }

  /// The same laboratory with another weight of guidance.
  fileprivate func rebuilt(weighing weight: Double) throws(InputError) -> Laboratory {
    var experiment = experiment
    if experiment.guidance == nil {
      throw InputError(
        "--guidance-weights needs a --label to go to, or a --negative label to leave")
    }
    experiment.guidance?.weight = weight
    return try rebuilt(as: experiment)
  }

  private func rebuilt(as experiment: Experiment) throws(InputError) -> Laboratory {
    do throws(ExperimentError) {
      return try Laboratory(experiment).visiting(grid)
    } catch {
      throw InputError(error.description)
    }
  }
}
