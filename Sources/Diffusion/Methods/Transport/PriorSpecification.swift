/// What a preset says about the prior: what noise starts from in place of the data.
public enum PriorSpecification: Codable, Hashable, Sendable {
  /// The standard normal, whatever the label.
  case standard
  /// One round Gaussian for each label.
  case perLabel([LabelPrior])
  /// Any distribution, such as the eight Gaussians that are turned into two moons.
  case distribution(DistributionSpecification)

  /// The prior's name in titles.
  public var title: String {
    switch self {
    case .standard: "the standard normal"
    case .perLabel(let priors): "\(priors.count) priors of labels"
    case .distribution(let distribution): distribution.title
    }
  }
}

/// The prior of one label: a round Gaussian.
public struct LabelPrior: Codable, Hashable, Sendable {
  public var label: String
  public var mean: Point
  /// The standard deviation of either coordinate, above 0.
  public var deviation: Double

  public init(label: String, mean: Point, deviation: Double) {
    self.label = label
    self.mean = mean
    self.deviation = deviation
  }
}
