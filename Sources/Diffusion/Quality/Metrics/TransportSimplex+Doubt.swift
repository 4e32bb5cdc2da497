/// Arcs of which doubles cannot tell whether they would save anything.
extension TransportSimplex {
  /// The arc from a source that saves most, by the signs of exact reduced costs; nil for none.
  mutating func bestBeyondDoubt(from source: Int) -> Int? {
    var best: (sink: Int, reduced: DoubleDouble)?
    for sink in doubtful(from: source) {
      let reduced = reducedCost(source, sink)
      if reduced.high < best?.reduced.high ?? 0 { best = (sink, reduced) }
    }
    if let best { worstDoubt = max(worstDoubt, -best.reduced.high) }
    return best?.sink
  }

  /// How far the prices are from proving that the plan is the best: the largest amount by which a
  /// pair's cost is undercut, or by which one that carries mass is missed, in units of the largest
  /// cost.
  var certificate: Double {
    let missed = carriers.map { abs(reducedCost($0.source, $0.sink - sources.count).high) }
    let worst = max(worstDoubt, missed.max() ?? 0)
    return worst == 0 ? 0 : worst / largestCost
  }

  /// The sinks to which the reduced cost of an arc may be negative, without those that another one
  /// undercuts for certain.
  private mutating func doubtful(from source: Int) -> [Int] {
    weighArcs(from: source)
    let offset = sources.count
    var least = Double.infinity
    for index in gains.indices { least = min(least, gains[index] + slacks[offset + index]) }
    let slack = slacks[source]
    let limit = min(slack - sources[source].price, least + 2 * slack)
    return gains.indices.filter { gains[$0] - slacks[offset + $0] <= limit }
  }

  private var largestCost: Double {
    var largest = 0.0
    for source in sources {
      for sink in sinks {
        largest = max(largest, Point(sink.x - source.x, sink.y - source.y).squaredLength)
      }
    }
    return costs.kind == .distance ? largest.squareRoot() : largest
  }
}
