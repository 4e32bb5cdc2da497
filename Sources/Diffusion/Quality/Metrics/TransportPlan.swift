/// The best way to move mass between two clouds, and its proof.
struct TransportPlan {
  let meanCost: Double
  let certificate: Double
  /// Where mass moves, between places as they are numbered in the clouds.
  let flows: [TransportFlow]

  init(
    from cloud: DistinctPoints, to other: DistinctPoints, cost kind: ExactTransport.Cost,
    watch: (_ fraction: Double) throws -> Void, bound: (_ leastMeanCost: Double) -> Void = { _ in }
  ) rethrows {
    let totals = (cloud.totalMass, other.totalMass)
    precondition(totals.0 > 0 && totals.1 > 0, "transport needs a mass on either side")
    let divisor = Self.greatestCommonDivisor(totals.0, totals.1)
    let origins = TransportCosts.Origins(of: cloud.points, other.points, kind: kind)
    let sources = MassPoints(
      cloud.points.map { $0 - origins.sources },
      masses: cloud.masses.map { $0 * (totals.1 / divisor) })
    let sinks = MassPoints(
      other.points.map { $0 - origins.sinks },
      masses: other.masses.map { $0 * (totals.0 / divisor) })
    let costs = TransportCosts(
      from: sources.origin.map { cloud.points[$0] }, to: sinks.origin.map { other.points[$0] },
      origins: origins, kind: kind)
    // Sources and sinks that are counted from places of their own are moved by what is between:
    // a mean squared distance is then that of the whole move more, and never less than this.
    let apart = CommonMove(sources, sinks, origins)
    bound(apart.leastMeanCost(kind, within: 0))
    let paths = try TransportHierarchy(from: sources, to: sinks, kind: kind).solve {
      try watch(0.9 * $0)
    } bound: {
      bound(apart.leastMeanCost(kind, within: $0))
    }
    var simplex = TransportSimplex(paths, costs: costs)
    try simplex.solve { try watch(0.9) }
    let solution = simplex.flows
    var total = DoubleDouble.zero
    for flow in solution {
      total += Double(flow.mass) * costs.moved(flow.source, sources.count + flow.sink)
    }
    meanCost = (total / (Double(totals.0) * Double(totals.1 / divisor))).high
    let worst = simplex.worstViolation
    certificate =
      worst == 0 ? 0 : worst / Self.largestCost(sources, sinks, origins, kind: kind)
    flows = solution.map {
      TransportFlow(source: sources.origin[$0.source], sink: sinks.origin[$0.sink], mass: $0.mass)
    }
  }

  private static func largestCost(
    _ sources: MassPoints, _ sinks: MassPoints, _ origins: TransportCosts.Origins,
    kind: ExactTransport.Cost
  ) -> Double {
    let lookup = PricedTree(sinks, kind: kind)
    let offset = origins.sources - origins.sinks
    return sources.points.reduce(0) { lookup.farthest(from: $1 + offset, beyond: $0) }
  }

  /// For every point of a cloud the point of the other that it goes to, where all have one mass.
  func assignment(from cloud: DistinctPoints, to other: DistinctPoints) -> [Int] {
    var (leaving, arriving) = (cloud.members.map(\.lowerBound), other.members.map(\.lowerBound))
    var assignment = [Int](repeating: 0, count: cloud.order.count)
    for flow in flows {
      for _ in 0..<flow.mass {
        assignment[cloud.order[leaving[flow.source]]] = other.order[arriving[flow.sink]]
        leaving[flow.source] += 1
        arriving[flow.sink] += 1
      }
    }
    return assignment
  }

  private static func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
    var (a, b) = (one, other)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

/// How far one cloud lies from another as a whole.
private struct CommonMove {
  /// The offset of the origins, and that of the centres of mass from there.
  let origins: Point
  let centres: Point

  init(_ sources: MassPoints, _ sinks: MassPoints, _ origins: TransportCosts.Origins) {
    self.origins = origins.sinks - origins.sources
    centres = Self.centre(of: sinks) - Self.centre(of: sources)
  }

  private static func centre(of cloud: MassPoints) -> Point {
    let mass = Double(cloud.masses.reduce(0, +))
    return zip(cloud.points, cloud.masses).reduce(.zero) { $0 + Double($1.1) / mass * $1.0 }
  }

  /// A bound of the mean cost between the clouds where they are, from one of the mean cost where
  /// both are counted from their origins: |y + o - x|^2 = |y - x|^2 + 2 o (y - x) + |o|^2.
  func leastMeanCost(_ kind: ExactTransport.Cost, within bound: Double) -> Double {
    let whole = (origins + centres).squaredLength
    if kind == .distance { return max(bound, whole.squareRoot()) }
    let shift = 2 * (origins.x * centres.x + origins.y * centres.y) + origins.squaredLength
    return max(bound + shift, whole)
  }
}
