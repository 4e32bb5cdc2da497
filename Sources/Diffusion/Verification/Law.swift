/// Something that must be true of the engine, with the measurement that shows whether it is.
///
/// `stipple verify` measures every law on the machine it runs on.
public struct Law: Sendable {
  /// What was measured, and what it is held against.
  public struct Reading: Sendable, Equatable {
    public let figure: Double
    public let bound: Double
    /// Whether the figure must be at most the bound; else at least.
    public let isUpperBound: Bool

    static func at(most bound: Double, _ figure: Double) -> Reading {
      Reading(figure: figure, bound: bound, isUpperBound: true)
    }

    static func at(least bound: Double, _ figure: Double) -> Reading {
      Reading(figure: figure, bound: bound, isUpperBound: false)
    }

    /// Whether the law holds; a figure that is not a number breaks it.
    public var holds: Bool { isUpperBound ? figure <= bound : figure >= bound }
  }

  /// The name in tables: lower case with dashes.
  public let id: String
  /// What is measured.
  public let title: String
  /// Measures the law; the same figure every time.
  public let measure: @Sendable () throws -> Reading

  /// Every law; add a new one to the list of its subject.
  public static let all: [Law] =
    scheduleLaws + mixtureLaws + modelLaws + samplerLaws + solverOrders + solverErrors
    + varianceErrors

  /// A distribution without any symmetry, with two labels.
  static func probe() throws -> GaussianMixture {
    try GaussianMixture(components: [
      .init(
        weight: 0.5, mean: Point(-0.8, 0.4), covariance: Covariance(xx: 0.2, xy: 0.08, yy: 0.1),
        label: "a"),
      .init(
        weight: 0.3, mean: Point(1.1, -0.2), covariance: Covariance(xx: 0.05, xy: -0.03, yy: 0.15),
        label: "b"),
      .init(
        weight: 0.2, mean: Point(0.3, 1.2), covariance: Covariance(xx: 0.1, xy: 0, yy: 0.04),
        label: "b"),
    ])
  }

  /// `|value − reference| / (1 + |reference|)`, infinite where either is not a number.
  static func deviation(_ value: Double, _ reference: Double) -> Double {
    let deviation = abs(value - reference) / (1 + abs(reference))
    return deviation.isNaN ? .infinity : deviation
  }

  /// The larger deviation of the coordinates.
  static func deviation(_ value: Point, _ reference: Point) -> Double {
    max(deviation(value.x, reference.x), deviation(value.y, reference.y))
  }
}
