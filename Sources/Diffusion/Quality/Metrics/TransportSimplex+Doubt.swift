/// Arcs of which doubles cannot tell whether they would save anything.
extension TransportSimplex {
  /// The arc from a source that saves most, by the signs of exact reduced costs; nil for none.
  func bestBeyondDoubt(from source: Int) -> Int? {
    var best: (sink: Int, reduced: DoubleDouble)?
    for sink in doubtful(from: source, onlyBest: true) {
      let reduced = reducedCost(source, sink)
      if reduced.high < best?.reduced.high ?? 0 { best = (sink, reduced) }
    }
    return best?.sink
  }

  /// How far the prices are from proving that the plan is the best: the largest amount by which a
  /// pair's cost is undercut, or by which one that carries mass is missed, in units of the largest
  /// cost.
  var certificate: Double {
    var worst = 0.0
    for source in sources.indices {
      for sink in doubtful(from: source, onlyBest: false) {
        worst = max(worst, -reducedCost(source, sink).high)
      }
    }
    for (source, sink, _) in carriers {
      worst = max(worst, abs(reducedCost(source, sink - sources.count).high))
    }
    return worst == 0 ? 0 : worst / largestCost
  }

  /// The sinks to which the reduced cost of an arc may be negative.
  ///
  /// - Parameter onlyBest: leaves out those that another one undercuts for certain.
  private func doubtful(from source: Int, onlyBest: Bool) -> [Int] {
    let from = sources[source]
    let slack = slacks[source]
    let offset = sources.count
    let isDistance = costs.kind == .distance
    func gain(_ sink: Site) -> Double {
      let (dx, dy) = (sink.x - from.x, sink.y - from.y)
      let squared = dx * dx + dy * dy
      return (isDistance ? squared.squareRoot() : squared) - sink.price
    }
    var limit = slack - from.price
    if onlyBest {
      var least = Double.infinity
      for (index, sink) in sinks.enumerated() {
        least = min(least, gain(sink) + slacks[offset + index])
      }
      limit = min(limit, least + 2 * slack)
    }
    var found: [Int] = []
    for (index, sink) in sinks.enumerated() where gain(sink) - slacks[offset + index] <= limit {
      found.append(index)
    }
    return found
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
