extension Method {
  /// One network answers for any jump along the probability-flow ODE in one call (Boffi et al. 2025;
  /// consistency trajectory models, Kim et al. 2024; MeanFlow, Geng et al. 2025).
  public static let flowMap = Method(
    id: "flow-map", title: "Flow map",
    summary: "one network for any jump along the way from noise to data, each in one call",
    trainingKeys: ["objective", "teacher"], unreadKeys: ["guidance"],
    timeLine: TimeLine(farEnd: "noise", runs: [.reverse, .forward]),
    learned: "the mean velocity of a way from one level to another", trained: FlowMapWeights.self,
    exactAnswers: Set(ExactAnswer.allCases), usualIterations: 12000,
    usualSettings: FlowMapSettings(), metrics: [.jumpError]
  ) { sampler in
    sampler == .ode
      ? nil
      : "the sampler \(sampler.id) makes steps of its own, and flow-map jumps along the"
        + " probability-flow ODE; use ode"
  }
}

/// What an experiment says about flow maps alone.
public struct FlowMapSettings: MethodSettings {
  public static let method = Method.flowMap
  public var allowsStandardizing: Bool { true }

  /// How jumps are learned.
  public var objective: FlowMapObjective
  /// From whom.
  public var teacher: FlowMapTeacher

  /// - Parameter teacher: nil for the exact field where the objective needs a teacher, and else nobody.
  public init(
    objective: FlowMapObjective = .consistencyDistillation, teacher: FlowMapTeacher? = nil
  ) {
    self.objective = objective
    self.teacher = teacher ?? (objective.needsTeacher ? .exact : .nobody)
  }

  public func process(
    for experiment: Experiment, in mixture: GaussianMixture, on schedule: Schedule
  ) throws(ExperimentError) -> any GenerativeProcess {
    if let refusal = Method.flowMap.refusal(of: experiment.sampler.kind) {
      throw ExperimentError(path: ["sampler", "kind"], description: refusal)
    }
    if experiment.guidance != nil {
      throw ExperimentError(
        path: ["guidance"],
        description: "guidance bends the way step by step, and flow-map jumps along the way it has"
          + " learned; leave it out")
    }
    let model = try teacher.denoiser(for: experiment, in: mixture)
    if objective.needsTeacher && model == nil {
      let alone = FlowMapObjective.allCases.filter { !$0.needsTeacher }.map(\.id)
      throw ExperimentError(
        path: ["training", "objective"],
        description: "\(objective.id) learns from a teacher; say teacher: exact or a file of"
          + " weights, or an objective that does without one: \(alone.joined(separator: ", "))")
    }
    return FlowMapProcess(
      objective: objective, teacher: model,
      exact: ExactFlowMap(
        of: mixture,
        tolerance: experiment.sampler.options.tolerance ?? SamplerOptions.usualTolerance))
  }
}
