/// The cheapest way to turn one cloud into another, exactly: the transportation problem between
/// points of weight 1/n and 1/m, solved by the network simplex.
///
/// Masses are whole numbers and the answer is a vertex of the problem, proved to be the best by
/// prices of twice a double's digits, so the cost is exact to rounding also for clouds of different
/// sizes and with points far out. Costs are worked out where they are needed: memory
/// grows with n + m, not with n times m.
public struct ExactTransport: Sendable {
  /// What it costs to move a unit of mass from a point to another.
  public enum Cost: Sendable {
    /// The Euclidean distance: the least mean cost is W1.
    case distance
    /// The squared Euclidean distance: the least mean cost is W2².
    case squaredDistance
  }

  /// The most points a cloud may have.
  public static let mostPoints = 10_000

  /// The least mean cost.
  public let meanCost: Double
  /// How far the prices are from proving that no plan is cheaper: the largest violation of the dual
  /// constraints over all pairs, relative to the largest cost; 0 up to rounding.
  public let certificate: Double
  /// How often the solution was improved.
  public let pivots: Int

  /// Solves the problem between two clouds of at least one point each.
  ///
  /// - Parameter watch: told how far the work has come, from 0 to 1; throws to end it.
  public init(
    from sources: [Point], to sinks: [Point], cost: Cost,
    watch: (_ fraction: Double) throws -> Void
  ) rethrows {
    precondition(!sources.isEmpty && !sinks.isEmpty, "transport needs a point on either side")
    var simplex = TransportSimplex(from: sources, to: sinks, cost: cost)
    try simplex.solve(watch: watch)
    meanCost = simplex.meanCost
    certificate = simplex.certificate
    pivots = simplex.pivots
  }

  /// The assignment of least squared distance: for every source its sink. Both clouds have as many
  /// points.
  public static func matching(from sources: [Point], to sinks: [Point]) -> [Int] {
    precondition(sources.count == sinks.count, "an assignment has as many points on either side")
    if sources.isEmpty { return [] }
    WorkWatch.count(answers: sources.count)
    var simplex = TransportSimplex(from: sources, to: sinks, cost: .squaredDistance)
    // Whoever calls the work off needs no best assignment: the one found so far will do.
    try? simplex.solve { _ in
      if WorkWatch.current?.isCalledOff == true { throw CancellationError() }
    }
    return simplex.matching
  }
}
