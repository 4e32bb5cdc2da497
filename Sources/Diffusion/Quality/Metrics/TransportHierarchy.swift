/// A transportation problem from coarse to fine: boxes of points stand for them first, and the
/// prices that solve the coarser problem begin the finer one.
struct TransportHierarchy {
  /// A problem of so many points is solved from nothing.
  private static let fewPoints = 64
  private static let branching = 4

  let kind: ExactTransport.Cost
  /// The problems, the finest first.
  private let levels: [(sources: MassPoints, sinks: MassPoints)]

  init(from sources: MassPoints, to sinks: MassPoints, kind: ExactTransport.Cost) {
    self.kind = kind
    var levels = [(sources: sources, sinks: sinks)]
    var size = Self.branching
    while max(levels[levels.count - 1].sources.count, levels[levels.count - 1].sinks.count)
      > Self.fewPoints, size <= sources.count + sinks.count
    {
      levels.append((sources.merged(upTo: size), sinks.merged(upTo: size)))
      size *= Self.branching
    }
    self.levels = levels
  }

  /// The solution of the finest problem, to the rounding of prices in doubles.
  ///
  /// - Parameters:
  ///   - watch: told the share of the work that is done; throws to end it.
  ///   - bound: told a mean cost that no plan stays below, when the finest problem has begun and
  ///     where its work ends early.
  func solve(
    watch: (_ fraction: Double) throws -> Void, bound: (_ leastMeanCost: Double) -> Void
  ) rethrows -> AugmentingPaths {
    let whole = Double(levels.reduce(0) { $0 + $1.sources.count })
    var done = 0.0
    var prices = [Double](repeating: 0, count: levels[levels.count - 1].sinks.count)
    for index in levels.indices.dropFirst().reversed() {
      let (sources, sinks) = levels[index]
      var paths = AugmentingPaths(from: sources, to: sinks, kind: kind, prices: prices)
      let count = Double(sources.count)
      try paths.solve { try watch((done + $0 * count) / whole) }
      done += count
      prices = refine(paths, to: levels[index - 1].sinks)
    }
    let (sources, sinks) = levels[0]
    var paths = AugmentingPaths(from: sources, to: sinks, kind: kind, prices: prices)
    let count = Double(sources.count)
    defer { bound(paths.leastMeanCost) }
    try paths.solve { try watch((done + $0 * count) / whole) }
    return paths
  }

  /// What the prices of coarse sources let finer sinks ask for at most.
  private func refine(_ paths: AugmentingPaths, to sinks: MassPoints) -> [Double] {
    var lookup = PricedTree(paths.sources, kind: kind)
    lookup.setPrices { paths.sourcePrices[$0] }
    var ranking = SiteRanking(capacity: 1)
    return sinks.points.map { place in
      lookup.rank(&ranking, from: place)
      return ranking.gains[0]
    }
  }
}
