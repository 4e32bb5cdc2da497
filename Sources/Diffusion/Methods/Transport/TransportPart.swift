/// The pairs of a transport that end in one component of the data, at a time.
///
/// The field of all pairs is the mean over the components of the fields of these parts, weighted by
/// their shares at the point: of scores, velocities and the two ends alike.
public struct TransportPart: Sendable {
  /// The mixture of these pairs alone.
  public let marginal: TransportMarginal
  private let whole: TransportMarginal
  /// For every pair of the whole whether it is one of these.
  private let isOwn: [Bool]

  init(_ marginal: TransportMarginal, of whole: TransportMarginal, isOwn: [Bool]) {
    self.marginal = marginal
    self.whole = whole
    self.isOwn = isOwn
  }

  /// The probability that a point belongs to one of these pairs.
  public func share(at point: Point) -> Double {
    zip(whole.mixture.responsibilities(at: point), isOwn).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
  }
}

extension Transport {
  /// The part of the pairs that ends in a component of the data; nil where that has no weight.
  ///
  /// Needs a coupling with an exact field.
  public func part(at time: Double, endingIn component: Int) -> TransportPart? {
    let isOwn = pairs.map { $0.clean == component }
    guard isOwn.contains(true) else { return nil }
    return TransportPart(
      marginal(of: pairs.filter { $0.clean == component }, at: time), of: marginal(at: time),
      isOwn: isOwn)
  }
}
