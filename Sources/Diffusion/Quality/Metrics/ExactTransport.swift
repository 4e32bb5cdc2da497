/// The cheapest way to turn one cloud into another, exactly: the transportation problem between
/// points of weight 1/n and 1/m, or of any whole masses.
///
/// It is solved from coarse to fine by shortest paths among the pairs that matter, and then proved
/// to be the best over all pairs by the network simplex, whose prices have twice a double's digits.
/// Masses are whole numbers and the answer is a vertex of the problem, so the cost is exact to
/// rounding also for clouds of different sizes and with points far out. Memory grows with n + m.
public struct ExactTransport: Sendable {
  /// What it costs to move a unit of mass from a point to another.
  public enum Cost: Sendable {
    /// The Euclidean distance: the least mean cost is W1.
    case distance
    /// The squared Euclidean distance: the least mean cost is W2².
    case squaredDistance
  }

  /// How far from 0 a coordinate may be: beyond it squared distances cannot be told apart.
  public static let farthest = 1e100
  /// The most points a cloud may have.
  public static let mostPoints = 1_000_000
  /// What a point of either cloud takes of the memory at most, in bytes.
  public static let bytesPerPoint = 1200

  /// The least mean cost.
  public let meanCost: Double
  /// How far the prices are from proving that no plan is cheaper: the largest violation of the dual
  /// constraints over all pairs, relative to the largest cost; 0 up to rounding.
  public let certificate: Double

  /// Solves the problem between two clouds of at least one point each, all of the same mass.
  ///
  /// - Parameters:
  ///   - bound: told a mean cost that no plan stays below, before the work and where it ends.
  ///   - watch: told how far the work has come, from 0 to 1; throws to end it.
  public init(
    from sources: [Point], to sinks: [Point], cost: Cost,
    bound: (_ leastMeanCost: Double) -> Void = { _ in },
    watch: (_ fraction: Double) throws -> Void
  ) rethrows {
    let plan = try TransportPlan(
      from: DistinctPoints(sources, masses: nil), to: DistinctPoints(sinks, masses: nil),
      cost: cost, watch: watch, bound: bound)
    meanCost = plan.meanCost
    certificate = plan.certificate
  }

  /// Solves the problem between two clouds whose points have masses.
  ///
  /// - Parameters:
  ///   - sourceMasses: a whole number for each source, not negative; only their proportions matter.
  ///   - sinkMasses: the same for the sinks. The product of both sums must be below 2^62.
  ///   - watch: told how far the work has come, from 0 to 1; throws to end it.
  public init(
    from sources: [Point], masses sourceMasses: [Int], to sinks: [Point],
    masses sinkMasses: [Int], cost: Cost, watch: (_ fraction: Double) throws -> Void
  ) rethrows {
    let plan = try TransportPlan(
      from: DistinctPoints(sources, masses: sourceMasses),
      to: DistinctPoints(sinks, masses: sinkMasses), cost: cost, watch: watch)
    meanCost = plan.meanCost
    certificate = plan.certificate
  }

  /// The assignment of least squared distance: for every source its sink. Both clouds have as many
  /// points.
  public static func matching(from sources: [Point], to sinks: [Point]) -> [Int] {
    precondition(sources.count == sinks.count, "an assignment has as many points on either side")
    if sources.isEmpty { return [] }
    WorkWatch.count(answers: sources.count)
    let (from, to) = (DistinctPoints(sources, masses: nil), DistinctPoints(sinks, masses: nil))
    do {
      let plan = try TransportPlan(from: from, to: to, cost: .squaredDistance) { _ in
        if WorkWatch.current?.isCalledOff == true { throw CancellationError() }
      }
      return plan.assignment(from: from, to: to)
    } catch {
      // Whoever calls the work off needs no best assignment: any will do.
      return Array(sinks.indices)
    }
  }
}
