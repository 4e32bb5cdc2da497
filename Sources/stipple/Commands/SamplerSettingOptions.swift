import ArgumentParser
import Diffusion

/// Flags for the settings that only some samplers read.
struct SamplerSettingOptions: ExperimentOptions {
  @Option(
    parsing: .unconditional, help: "DDIM's share of noise, from 0 to 1.",
    transform: FlagValue.number)
  var eta: Double?

  @Option(
    help: ArgumentHelp(
      "The variance of DDPM's noise: small, large, optimal, full or learned; see 'stipple list variances'.",
      valueName: "name"),
    completion: .list(SamplerOptions.Variance.allCases.map(\.rawValue)),
    transform: FlagValue.list(of: FlagValue.variance))
  var variance: [SamplerOptions.Variance]?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The noise churn puts back over a run, from 0; none before the last step, to sigma 0.",
      valueName: "s"),
    transform: FlagValue.number)
  var churn: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The lowest sigma at which it is put back.", valueName: "s"),
    transform: FlagValue.number)
  var churnMin: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The highest sigma at which it is put back.", valueName: "s"),
    transform: FlagValue.number)
  var churnMax: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What that noise is multiplied by.", valueName: "c"),
    transform: FlagValue.number)
  var churnNoise: Double?

  @Option(
    help: ArgumentHelp("How langevin changes levels: ancestral or none.", valueName: "name"),
    completion: .list(SamplerOptions.Predictor.allCases.map(\.rawValue)),
    transform: FlagValue.predictor)
  var predictor: SamplerOptions.Predictor?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many steps langevin makes at each level.", valueName: "n"),
    transform: FlagValue.whole)
  var corrections: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The length of langevin's steps, up to 1.", valueName: "r"),
    transform: FlagValue.number)
  var correctionRatio: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The error of ode, relative and absolute (default: 1e-9, or what a network's rounding allows).",
      valueName: "e"),
    transform: FlagValue.number)
  var tolerance: Double?

  /// Those that are given.
  var flags: [String] {
    let given: [(SamplerOptions.Setting, Bool)] = [
      (.eta, eta != nil), (.variance, variance != nil), (.churn, churn != nil),
      (.churnMin, churnMin != nil), (.churnMax, churnMax != nil), (.churnNoise, churnNoise != nil),
      (.predictor, predictor != nil), (.corrections, corrections != nil),
      (.correctionRatio, correctionRatio != nil), (.tolerance, tolerance != nil),
    ]
    return given.filter(\.1).map(\.0.flag)
  }

  func apply(to experiment: inout Experiment) throws(InputError) {
    var sampler = experiment.sampler
    if let eta {
      if let reason = sampler.kind.refusal(ofEta: eta) { throw InputError("--eta: \(reason)") }
      if sampler.kind.settings.contains(.eta) { sampler.options.eta = eta }
    }
    try sampler.set(\.variance, to: FlagValue.one(variance, of: "--variance"), as: .variance)
    try sampler.set(\.churn, to: churn, as: .churn)
    try sampler.set(\.churnMin, to: churnMin, as: .churnMin)
    try sampler.set(\.churnMax, to: churnMax, as: .churnMax)
    try sampler.set(\.churnNoise, to: churnNoise, as: .churnNoise)
    try sampler.set(\.predictor, to: predictor, as: .predictor)
    try sampler.set(\.corrections, to: corrections, as: .corrections)
    try sampler.set(\.correctionRatio, to: correctionRatio, as: .correctionRatio)
    if let tolerance { try sampler.set(\.tolerance, to: tolerance, as: .tolerance) }
    experiment.sampler = sampler
  }
}

extension SamplerSpecification {
  /// Sets what a flag gives, if it does and the sampler reads it.
  fileprivate mutating func set<Value>(
    _ path: WritableKeyPath<SamplerOptions, Value>, to value: Value?,
    as setting: SamplerOptions.Setting
  ) throws(InputError) {
    guard let value else { return }
    if let reason = kind.refusal(of: setting) {
      throw InputError("\(setting.flag): \(reason)")
    }
    options[keyPath: path] = value
  }
}
