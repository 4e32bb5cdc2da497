/// A third coordinate that tells classes apart: normal around a height of each class's own, the
/// same for a start and its clean point.
///
/// Because start and clean point share it, it does not change on the way, and all that is asked of
/// a point at its place and height is still a closed form: the shares of the labels are weighed by
/// how probable the height is for them.
public struct TransportLift: Sendable, Hashable {
  /// How far the heights of neighbouring labels are apart, in standard deviations.
  public let step: Double

  public init(step: Double = 6) {
    self.step = step
  }

  /// Heights for points of these labels.
  func heights(of labels: [Int], from stream: inout RandomStream) -> [Double] {
    labels.map { step * Double($0) + stream.normalPoint().x }
  }

  /// The logarithm of the density of a height for a label, up to a constant.
  func logDensity(of height: Double, label: Int) -> Double {
    let offset = height - step * Double(label)
    return -0.5 * offset * offset
  }
}
