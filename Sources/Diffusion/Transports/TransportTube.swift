import Foundation

/// The tube of a class: where its points are at every time, as mean and covariance.
public struct TransportTube: Sendable {
  public let label: Int
  private let transport: Transport

  /// The tubes of all classes that have a share.
  public static func all(of transport: Transport) -> [TransportTube] {
    let shares = transport.shares
    return shares.indices.filter { shares[$0] > 0 }
      .map { TransportTube(label: $0, transport: transport) }
  }

  /// The centre line and the covariance at a time, over all pairs of the class.
  public func section(at time: Double) -> (centre: Point, covariance: Covariance) {
    let here = transport.coefficients(ofLabel: label, at: time)
    let own = transport.pairs.filter { $0.label == label }
    let total = own.reduce(0) { $0 + $1.weight }
    let means = own.map { pair in
      here.alpha * transport.data.components[pair.clean].mean
        + (1 - here.alpha) * transport.prior.components[pair.start].mean
    }
    let centre = zip(own, means).reduce(Point.zero) { $0 + ($1.0.weight / total) * $1.1 }
    var sum = Covariance(xx: here.bridge, xy: 0, yy: here.bridge)
    for (pair, mean) in zip(own, means) {
      let (offset, share) = (mean - centre, pair.weight / total)
      let clean = transport.data.components[pair.clean].covariance
      let start = transport.prior.components[pair.start].covariance
      let (a, s) = (here.alpha * here.alpha, here.sigma * here.sigma)
      sum.xx += share * (a * clean.xx + s * start.xx + offset.x * offset.x)
      sum.xy += share * (a * clean.xy + s * start.xy + offset.x * offset.y)
      sum.yy += share * (a * clean.yy + s * start.yy + offset.y * offset.y)
    }
    return (centre, sum)
  }

  /// The radius at a time: two standard deviations, averaged over directions.
  public func radius(at time: Double) -> Double {
    2 * (section(at: time).covariance.trace / 2).squareRoot()
  }

  /// How much two tubes have in common at a time, from 0 to 1: the Bhattacharyya coefficient of
  /// their sections; for tubes of one width V it is `exp(−distance² / 8V)`.
  public func overlap(with other: TransportTube, at time: Double) -> Double {
    let (one, two) = (section(at: time), other.section(at: time))
    let mean = Covariance(
      xx: (one.covariance.xx + two.covariance.xx) / 2,
      xy: (one.covariance.xy + two.covariance.xy) / 2,
      yy: (one.covariance.yy + two.covariance.yy) / 2)
    let offset = one.centre - two.centre
    let squared = (offset * mean.inverse.applied(to: offset)).sum()
    let sizes = (one.covariance.determinant * two.covariance.determinant).squareRoot()
    return exp(-squared / 8) * (sizes / mean.determinant).squareRoot()
  }
}

/// Where and when two tubes come nearest to one another.
public struct TransportMeeting: Sendable, Equatable {
  /// The two labels.
  public let labels: [Int]
  /// The time of the largest overlap.
  public let time: Double
  /// The middle between the two centre lines then.
  public let place: Point
  /// The overlap then, from 0 to 1.
  public let overlap: Double

  /// Tubes of one width whose centres are two radii apart, four standard deviations, overlap by
  /// `exp(−2)`: from here on they meet.
  public static let threshold = exp(-2.0)

  public var isCrossing: Bool { overlap >= Self.threshold }

  /// The meetings of all pairs of classes, looked for at evenly spaced times from end to end.
  public static func all(of transport: Transport, times count: Int = 100) -> [TransportMeeting] {
    let tubes = TransportTube.all(of: transport)
    let times = (0...count).map { Double($0) / Double(count) }
    return tubes.indices.flatMap { i in
      tubes[(i + 1)...].map { other in
        let tube = tubes[i]
        let overlaps = times.map { tube.overlap(with: other, at: $0) }
        let greatest = overlaps.max() ?? 0
        let time = times[overlaps.firstIndex(of: greatest) ?? 0]
        return TransportMeeting(
          labels: [tube.label, other.label], time: time,
          place: (tube.section(at: time).centre + other.section(at: time).centre) / 2,
          overlap: greatest)
      }
    }
  }
}
