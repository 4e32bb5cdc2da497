extension Method {
  /// A scalar network whose gradient is the score (LeCun et al. 2006; Song and Kingma 2021): the density
  /// up to a constant, which here a grid can find.
  public static let energy = Method(
    id: "energy", title: "Energy model",
    summary: "a landscape is learned whose slope leads noise to data; its density is known",
    keys: ["metropolis"], trainingKeys: ["objective"], unreadKeys: ["guidance"],
    timeLine: TimeLine(farEnd: "noise", runs: [.reverse, .forward]),
    learned: "the energy, whose slope is the score", trained: EnergyWeights.self,
    exactAnswers: Set(ExactAnswer.allCases), usualIterations: 8000,
    usualSettings: EnergySettings(), metrics: [.energyDensity, .mixing]
  ) { sampler in
    sampler == .langevin
      ? nil
      : "the sampler \(sampler.id) needs no energy, and energy walks in its landscape; use langevin"
  }
}

/// What an experiment says about energy models alone.
public struct EnergySettings: MethodSettings {
  public static let method = Method.energy
  public var allowsStandardizing: Bool { true }

  /// How the energy is learned.
  public var objective: EnergyObjective
  /// Whether every Langevin step may be refused, so that chains draw from the very density (MALA).
  public var isMetropolis: Bool

  public init(objective: EnergyObjective = .denoising, isMetropolis: Bool = true) {
    self.objective = objective
    self.isMetropolis = isMetropolis
  }

  public func process(
    for experiment: Experiment, in mixture: GaussianMixture, on schedule: Schedule
  ) throws(ExperimentError) -> any GenerativeProcess {
    if let refusal = Method.energy.refusal(of: experiment.sampler.kind) {
      throw ExperimentError(path: ["sampler", "kind"], description: refusal)
    }
    if experiment.guidance != nil {
      throw ExperimentError(
        path: ["guidance"],
        description: "guidance would make another energy, of which nothing is known here; leave it"
          + " out")
    }
    return EnergyProcess(settings: self, exact: ExactEnergy(of: mixture))
  }
}
