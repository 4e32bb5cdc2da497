/// How good the way of samples to the data is, besides the samples at its end.
public struct PathQuality: Sendable, Equatable {
  /// The share of points whose most probable label at the end is that of their start.
  public let retention: Double
  /// `|path energy − W2²| / W2²`, with the exact W2 between starts and real data: 0 for the
  /// cheapest way there is.
  public let normalizedEnergy: Double
  /// `∫ E|v − displacement|² dt`, 0 for straight ways at even speed; nil where noise is added on
  /// the way.
  public let straightness: Double?
  /// How many points the way was measured by.
  public let count: Int
}
