/// Where along time the mass moves: exact W2 between the marginals of a path from data to noise.
///
/// The clouds at all levels share their data and their noise, so that neighbours differ by what
/// moves and not by chance.
public struct MarginalPath: Sendable {
  /// A level of the path.
  public struct Stop: Sendable, Equatable {
    /// The share of the way from data, 0, to noise, 1.
    public let time: Double
    /// W2 to the next stop; nil at the noise.
    public let toNext: Double?
    /// W2 to the data.
    public let toData: Double
    /// W2 to the noise.
    public let toNoise: Double
  }

  /// The stops from data to noise.
  public let stops: [Stop]
  /// How many points every cloud has.
  public let count: Int

  /// - Parameters:
  ///   - clouds: the marginals at even times from data to noise, at least two, of as many points.
  ///   - watch: told how far the work has come, from 0 to 1.
  init(through clouds: [[Point]], watch: MetricWatch) throws {
    let last = clouds.count - 1
    var done = 0
    func distance(_ one: Int, _ other: Int) throws -> Double {
      let share = Double(done) / Double(3 * last)
      done += 1
      try watch(min(1, share))
      return Self.distance(clouds[one], clouds[other])
    }
    count = clouds[0].count
    stops = try clouds.indices.map { index in
      Stop(
        time: Double(index) / Double(last),
        toNext: index < last ? try distance(index, index + 1) : nil,
        toData: index == 0 ? 0 : try distance(0, index),
        toNoise: index == last ? 0 : try distance(index, last))
    }
  }

  /// Exact W2 between two clouds.
  public static func distance(_ one: [Point], _ other: [Point]) -> Double {
    ExactTransport(from: one, to: other, cost: .squaredDistance) { _ in }.meanCost.squareRoot()
  }
}

extension Laboratory {
  /// The marginals of the experiment's path, in its own coordinates.
  ///
  /// - Parameters:
  ///   - intervals: how many steps lead from data to noise.
  ///   - count: how many points are drawn, by the experiment's seed.
  public func marginalPath(
    intervals: Int, count: Int, watch: MetricWatch = { _ in }
  ) throws -> MarginalPath {
    let times = (0...intervals).map { Double($0) / Double(intervals) }
    return try MarginalPath(
      through: process.marginals(at: times, count: count, in: self), watch: watch)
  }
}
