extension GaussianMixture {
  /// Points drawn from the mixture, each with the label of the component it came from.
  public struct Draw: Sendable, Equatable {
    public var points: [Point]
    /// Indices into the mixture's `labels`.
    public var labels: [Int]
  }

  /// Draws points: first a component by its weight, then a point of that Gaussian.
  public func draw(_ count: Int, from stream: inout RandomStream) -> Draw {
    let thresholds = cumulativeWeights
    var draw = Draw(points: [], labels: [])
    draw.points.reserveCapacity(count)
    draw.labels.reserveCapacity(count)
    for _ in 0..<count {
      let chosen = Self.index(of: stream.uniform(), in: thresholds)
      let component = components[chosen]
      draw.points.append(component.mean + component.covariance.coloured(stream.normalPoint()))
      draw.labels.append(labelIndices[chosen])
    }
    return draw
  }

  private var cumulativeWeights: [Double] {
    var sum = 0.0
    return components.map { component in
      sum += component.weight
      return sum
    }
  }

  /// The first threshold above `value`, by bisection.
  private static func index(of value: Double, in thresholds: [Double]) -> Int {
    var low = 0
    var high = thresholds.count - 1
    while low < high {
      let middle = (low + high) / 2
      if thresholds[middle] > value { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
