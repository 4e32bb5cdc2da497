extension Method {
  /// A uniform number is turned into a sample by the inverse of the distribution function, one
  /// coordinate after the other (inverse transform sampling; Rosenblatt 1952, Knothe 1957).
  public static let inverseCDF = Method(
    id: "inverse-cdf", title: "Inverse CDF",
    summary: "uniform numbers become samples by the inverse of the distribution function",
    keys: ["axes"], unreadKeys: ["schedule", "sampler", "guidance", "standardize"],
    timeLine: TimeLine(farEnd: "uniform", runs: [.reverse, .forward]),
    learned: "the quantile function of each coordinate", trained: InverseCDFWeights.self,
    exactAnswers: [.density, .field],
    usualIterations: 3000, usualSettings: InverseCDFSettings(), metrics: [.mapError]
  ) { sampler in
    "the sampler \(sampler.id) goes from noise to data in steps, and inverse-cdf maps each uniform"
      + " number at once; leave it out"
  }
}

/// What an experiment says about inverse CDF sampling alone.
public struct InverseCDFSettings: MethodSettings {
  public static let method = Method.inverseCDF

  /// Which coordinate is mapped first.
  public var axes: AxisOrder

  public init(axes: AxisOrder = .xy) {
    self.axes = axes
  }

  public func process(
    for experiment: Experiment, in mixture: GaussianMixture, on schedule: Schedule
  ) throws(ExperimentError) -> any GenerativeProcess {
    if experiment.guidance != nil {
      throw ExperimentError(
        path: ["guidance"],
        description: "guidance leads samples on their way from noise, and inverse-cdf maps each at"
          + " once; leave it out")
    }
    return InverseCDFProcess(map: ExactQuantileMap(of: mixture, axes: axes))
  }
}
