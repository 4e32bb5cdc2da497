import Foundation

/// The tube of a class: where its points are at every time, as mean and covariance.
public struct TransportTube: Sendable {
  /// A tube at a time.
  public struct Section: Sendable, Equatable {
    public let centre: Point
    public let covariance: Covariance

    /// Two standard deviations, averaged over directions.
    public var radius: Double { 2 * (covariance.trace / 2).squareRoot() }

    /// Places around the ellipse of two standard deviations.
    public func boundary(_ count: Int) -> [Point] {
      (0..<count).map { index in
        let angle = 2 * Double.pi * Double(index) / Double(count)
        return centre + 2 * covariance.coloured(Point(cos(angle), sin(angle)))
      }
    }

    /// How much two sections have in common, from 0 to 1: their Bhattacharyya coefficient; for
    /// sections of one width V it is `exp(−distance² / 8V)`.
    public func overlap(with other: Section) -> Double {
      let mean = Covariance(
        xx: (covariance.xx + other.covariance.xx) / 2,
        xy: (covariance.xy + other.covariance.xy) / 2,
        yy: (covariance.yy + other.covariance.yy) / 2)
      let offset = centre - other.centre
      let squared = (offset * mean.inverse.applied(to: offset)).sum()
      let sizes = (covariance.determinant * other.covariance.determinant).squareRoot()
      return exp(-squared / 8) * (sizes / mean.determinant).squareRoot()
    }
  }

  public let label: Int
  private let transport: Transport
  /// The pairs of the class.
  private let own: [Transport.Pair]
  private let total: Double

  init(label: Int, transport: Transport) {
    self.label = label
    self.transport = transport
    own = transport.pairs.filter { $0.label == label }
    total = own.reduce(0) { $0 + $1.weight }
  }

  /// The tubes of all classes that have a share.
  public static func all(of transport: Transport) -> [TransportTube] {
    let shares = transport.shares
    return shares.indices.filter { shares[$0] > 0 }
      .map { TransportTube(label: $0, transport: transport) }
  }

  /// The centre line and the covariance at a time, over all pairs of the class.
  public func section(at time: Double) -> Section {
    let here = transport.coefficients(ofLabel: label, at: time)
    let centre = own.reduce(Point.zero) { $0 + ($1.weight / total) * mean(of: $1, here) }
    var sum = Covariance(xx: here.bridge, xy: 0, yy: here.bridge)
    let (a, s) = (here.alpha * here.alpha, here.sigma * here.sigma)
    for pair in own {
      let (offset, share) = (mean(of: pair, here) - centre, pair.weight / total)
      let clean = transport.data.components[pair.clean].covariance
      let start = transport.prior.components[pair.start].covariance
      sum.xx += share * (a * clean.xx + s * start.xx + offset.x * offset.x)
      sum.xy += share * (a * clean.xy + s * start.xy + offset.x * offset.y)
      sum.yy += share * (a * clean.yy + s * start.yy + offset.y * offset.y)
    }
    return Section(centre: centre, covariance: sum)
  }

  private func mean(of pair: Transport.Pair, _ here: TransportCoefficients) -> Point {
    here.alpha * transport.data.components[pair.clean].mean
      + (1 - here.alpha) * transport.prior.components[pair.start].mean
  }

  /// The radius at a time.
  public func radius(at time: Double) -> Double { section(at: time).radius }

  /// How much two tubes have in common at a time, from 0 to 1.
  public func overlap(with other: TransportTube, at time: Double) -> Double {
    section(at: time).overlap(with: other.section(at: time))
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
    let sections = tubes.map { tube in times.map(tube.section) }
    return tubes.indices.flatMap { i in
      ((i + 1)..<tubes.count).map { j in
        let overlaps = zip(sections[i], sections[j]).map { $0.overlap(with: $1) }
        let greatest = overlaps.max() ?? 0
        let moment = overlaps.firstIndex(of: greatest) ?? 0
        return TransportMeeting(
          labels: [tubes[i].label, tubes[j].label], time: times[moment],
          place: (sections[i][moment].centre + sections[j][moment].centre) / 2, overlap: greatest)
      }
    }
  }
}
