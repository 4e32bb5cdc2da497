/// A prior so far from the data, or of so different a size, that a network does not learn the way.
///
/// The exact velocity field minds neither. A network is told points in units of the cloud at each
/// time and answers in units of all velocities: where the data is a hundredth as wide as the prior, or
/// lies a hundred of its own widths off, its errors are larger than the data.
public struct ScaleWarning: Sendable, Equatable {
  /// How many times as wide the wider of data and prior is.
  public let ratio: Double
  /// How far apart they are, in spreads of the wider one.
  public let distance: Double

  /// As far as this both are harmless.
  static let limit = 50.0

  /// Nil where neither is too large.
  init?(data: GaussianMixture, prior: GaussianMixture) {
    let (wide, narrow) = (max(data.spread, prior.spread), min(data.spread, prior.spread))
    ratio = wide / narrow
    distance = (data.mean - prior.mean).length / wide
    guard ratio > Self.limit || distance > Self.limit else { return nil }
  }
}

extension ScaleWarning: CustomStringConvertible {
  public var description: String {
    let number = { (value: Double) in value < 1e6 ? "\(Int(value.rounded()))" : "\(Float(value))" }
    let size = ratio > Self.limit ? ["one is \(number(ratio)) times as wide as the other"] : []
    let place = distance > Self.limit ? ["they lie \(number(distance)) of its widths apart"] : []
    return "data and prior are no match for a network: "
      + (size + place).joined(separator: ", and ")
      + "; give a prior of the data's place and size, or take method: diffusion, which standardizes"
  }
}
