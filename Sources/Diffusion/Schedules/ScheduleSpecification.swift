/// What a preset says about a schedule: its kind and the parameters that kind has.
public struct ScheduleSpecification: Codable, Sendable, Hashable {
  /// Two ends of a range, in order of time: at the data, at the noise.
  public struct Ends: Codable, Sendable, Hashable {
    public var first: Double
    public var last: Double

    public init(_ first: Double, _ last: Double) {
      self.first = first
      self.last = last
    }
  }

  /// The fewest and the most noising steps.
  public static let timestepLimits = 2...10_000
  /// The most control points of a custom schedule.
  public static let mostPoints = 64

  public var kind: ScheduleKind
  /// T, the number of noising steps.
  public var timesteps: Int
  /// The first and the last beta, for kinds that are made from betas.
  public var beta: Ends
  /// The noise rate beta(t) of `variance-preserving` at time 0 and at time 1; it rises
  /// in a straight line.
  public var rate: Ends
  /// The smallest and the largest sigma, for `variance-exploding`.
  public var sigma: Ends
  /// Control points of a custom schedule: x is time from 0 to 1, y is beta.
  public var points: [Point]

  public init(
    kind: ScheduleKind = .linear, timesteps: Int = 1000, beta: Ends = Ends(0.0001, 0.02),
    rate: Ends = Ends(0.1, 20), sigma: Ends = Ends(0.002, 80), points: [Point] = []
  ) {
    self.kind = kind
    self.timesteps = timesteps
    self.beta = beta
    self.rate = rate
    self.sigma = sigma
    self.points = points
  }

  /// Checks every parameter the kind uses.
  public func check() throws(ScheduleError) {
    if !Self.timestepLimits.contains(timesteps) { throw .timesteps(timesteps) }
    if kind.parameters.contains(.beta) {
      for value in [beta.first, beta.last] where !(value > 0 && value <= 1) {
        throw .beta(value)
      }
      if beta.first == 1 { throw .betaOneTooEarly }
      if kind == .constant && beta.last == 1 { throw .betaOneTooEarly }
    }
    if kind.parameters.contains(.rate) {
      if !(rate.first > 0 && rate.last >= rate.first && rate.last <= 1000) {
        throw .rate(rate.first, rate.last)
      }
    }
    if kind.parameters.contains(.sigma) {
      if !(sigma.first > 0 && sigma.last > sigma.first && sigma.last <= 1e6) {
        throw .sigma(sigma.first, sigma.last)
      }
    }
    if kind.parameters.contains(.points) { try checkPoints() }
  }

  private func checkPoints() throws(ScheduleError) {
    if !(2...Self.mostPoints).contains(points.count) { throw .pointCount(points.count) }
    for (i, point) in points.enumerated() {
      if !point.isFinite || !(0...1).contains(point.y) { throw .pointBeta(i, point.y) }
      if point.y == 1 && i < points.count - 1 { throw .betaOneTooEarly }
    }
    for i in points.indices.dropFirst() where !(points[i].x > points[i - 1].x) {
      throw .pointOrder(i)
    }
    if points[0].x != 0 { throw .pointEnds }
    if points[points.count - 1].x != 1 { throw .pointEnds }
    if points.allSatisfy({ $0.y == 0 }) { throw .noNoise }
  }
}

/// Why a specification does not make a schedule.
public enum ScheduleError: Error, CustomStringConvertible, Equatable {
  case timesteps(Int)
  case beta(Double)
  case betaOneTooEarly
  case rate(Double, Double)
  case sigma(Double, Double)
  case pointCount(Int)
  case pointBeta(Int, Double)
  case pointOrder(Int)
  case pointEnds
  case noNoise

  /// The key of a preset that the error is about.
  public var key: String {
    switch self {
    case .timesteps: "timesteps"
    case .beta, .betaOneTooEarly, .rate: "beta"
    case .sigma: "sigma"
    case .pointCount, .pointBeta, .pointOrder, .pointEnds, .noNoise: "points"
    }
  }

  public var description: String {
    switch self {
    case .timesteps(let count):
      "timesteps must be from 2 to 10000, not \(count)"
    case .beta(let value):
      "a beta must be above 0 and at most 1, not \(value)"
    case .betaOneTooEarly:
      "a beta of 1 erases the data and may stand only at the noise end"
    case .rate(let first, let last):
      "beta must rise from above 0 to at most 1000, not from \(first) to \(last)"
    case .sigma(let first, let last):
      "sigma must rise from above 0 to at most 1000000, not from \(first) to \(last)"
    case .pointCount(let count):
      "a custom schedule has from 2 to \(ScheduleSpecification.mostPoints) points, not \(count)"
    case .pointBeta(let index, let value):
      "the beta of point \(index + 1) must be from 0 to 1, not \(value)"
    case .pointOrder(let index):
      "the time of point \(index + 1) must be above that of the point before it"
    case .pointEnds:
      "the points must begin at time 0 and end at time 1"
    case .noNoise:
      "at least one point must have a beta above 0"
    }
  }
}
