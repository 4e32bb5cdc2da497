/// A rule that takes noisy points one level closer to the data.
///
/// A sampler is one pure function. Whatever it may know is handed to it: the points, the model's
/// estimates there, the two levels, the steps before, addressed noise. It keeps nothing, so a run
/// can be scrubbed, truncated and replayed.
public struct Sampler: Choice {
  public let id: String
  public let title: String
  public let summary: String
  /// Whether the steps draw noise.
  public let isStochastic: Bool
  /// The order of convergence of a solver of the probability-flow ODE between two levels with data
  /// and noise, once its first steps are made: with twice the steps the error falls to `2^−order`.
  /// Nil where steps draw noise by nature and for the adaptive solver.
  public let order: Int?
  /// How often the model is asked in a step that does not end at the clean level.
  public let callsPerStep: Int
  /// How often it is asked in the first step, where that differs.
  let callsInFirstStep: Int?
  /// How often it is asked in a step that ends at the clean level.
  let callsToClean: Int
  /// How many past steps are read.
  public let memory: Int
  /// Whether steps begin with the model's estimates of the points as they are.
  let asksFirst: Bool
  /// Whether a step of a point depends on that point alone, so that parts of a cloud can be moved each
  /// by itself.
  let isPointwise: Bool
  /// The settings that its steps read.
  public let settings: Set<SamplerOptions.Setting>
  /// Takes the points of a step to its next level.
  let advance: @Sendable (SamplingStep) -> SamplingOutcome

  public static let familyName = "sampler"

  /// Every sampler; add a new one here and in a file of its own.
  public static let allCases: [Sampler] = [
    .ddpm, .ddim, .euler, .heun, .midpoint, .churn, .dpmpp1, .dpmpp2m, .dpmpp2mHeun, .dpmpp3m,
    .dpmpp2s, .unipc2, .unipc3, .deis2, .lms4, .plms, .eulerAncestral, .langevin, .eulerMaruyama,
    .flowEuler, .ode,
  ]

  /// A sampler that looks at nothing but the present, or also at `memory` past steps.
  init(
    id: String, title: String, summary: String, isStochastic: Bool, order: Int? = nil,
    callsPerStep: Int = 1, callsInFirstStep: Int? = nil, callsToClean: Int = 1, memory: Int = 0,
    asksFirst: Bool = true, isPointwise: Bool = true,
    settings: Set<SamplerOptions.Setting> = [],
    advance: @escaping @Sendable (SamplingStep) -> [Point]
  ) {
    self.init(
      id: id, title: title, summary: summary, isStochastic: isStochastic, order: order,
      callsPerStep: callsPerStep, callsInFirstStep: callsInFirstStep, callsToClean: callsToClean,
      memory: memory, asksFirst: asksFirst, isPointwise: isPointwise, settings: settings
    ) { SamplingOutcome(points: advance($0), corrected: nil) }
  }

  /// A sampler that may also correct where it came from.
  init(
    id: String, title: String, summary: String, isStochastic: Bool, order: Int?,
    callsPerStep: Int, callsInFirstStep: Int?, callsToClean: Int, memory: Int, asksFirst: Bool,
    isPointwise: Bool = true, settings: Set<SamplerOptions.Setting>,
    correcting advance: @escaping @Sendable (SamplingStep) -> SamplingOutcome
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.isStochastic = isStochastic
    self.order = order
    self.callsPerStep = callsPerStep
    self.callsInFirstStep = callsInFirstStep
    self.callsToClean = callsToClean
    self.memory = memory
    self.asksFirst = asksFirst
    self.isPointwise = isPointwise
    self.settings = settings
    self.advance = advance
  }

  /// How often the model is asked in a step.
  func calls(inStep index: Int, toClean: Bool, options: SamplerOptions) -> Int {
    if toClean { return callsToClean }
    if index == 0, let callsInFirstStep { return callsInFirstStep }
    return usualCalls(options)
  }

  /// How often it is asked in a step that is neither the first nor ends at the clean level.
  public func usualCalls(_ options: SamplerOptions) -> Int {
    guard settings.contains(.corrections) else { return callsPerStep }
    return (options.predictor == .none ? 0 : callsPerStep) + options.corrections
  }
}
