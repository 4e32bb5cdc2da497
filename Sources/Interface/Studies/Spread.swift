/// What a figure is with several seeds: its mean, and how far single ones are from it.
public struct Spread: Sendable, Equatable {
  /// The figure with each seed, in the order of the seeds.
  public private(set) var values: [Double]

  init(_ values: [Double] = []) { self.values = values }

  mutating func add(_ value: Double) { values.append(value) }

  var count: Int { values.count }

  /// Not a number where nothing is known.
  public var mean: Double { values.reduce(0, +) / Double(values.count) }

  /// The standard deviation of a single figure; nil of fewer than two.
  public var deviation: Double? {
    guard count > 1 else { return nil }
    let centre = mean
    let squares = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    return (squares / Double(count - 1)).squareRoot()
  }

  /// Whether it may be zero for all that is known: its mean is within two standard errors of it.
  /// Nil where a single figure tells nothing of that.
  var isNoise: Bool? {
    deviation.map { abs(mean) <= 2 * $0 / Double(count).squareRoot() }
  }
}
