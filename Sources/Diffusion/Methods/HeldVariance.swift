/// What holds a variance that is learned beside a network, in standard units.
enum HeldVariance {
  /// Data of no width would be answered with a density without bounds, and a network that goes astray
  /// misses by more than a file of weights may say.
  static let range = 1e-8...1e12

  /// The nearest variance of the range.
  static func nearest(_ variance: Double) -> Double {
    min(max(variance, range.lowerBound), range.upperBound)
  }
}
