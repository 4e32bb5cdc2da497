/// Which coordinate is mapped first, by its marginal; the other follows by its conditional. Both
/// orders give the same distribution by different maps.
public enum AxisOrder: String, Codable, Sendable, CaseIterable {
  case xy
  case yx

  /// The coordinate that is mapped first: 0 for x, 1 for y.
  public var first: Int { self == .xy ? 0 : 1 }
  /// The coordinate that is mapped second.
  public var second: Int { 1 - first }

  /// The point with these two coordinates, in the order in which they are mapped.
  func point(_ first: Double, _ second: Double) -> Point {
    self == .xy ? Point(first, second) : Point(second, first)
  }
}
