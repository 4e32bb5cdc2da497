/// The uniform numbers that samples were made of, and the map that made them.
public struct MappedOrigin: SampleOrigin {
  public let start: [Point]
  public let map: any QuantileMap

  public init(start: [Point], map: any QuantileMap) {
    self.start = start
    self.map = map
  }
}

extension EvaluationMetric {
  /// How far a learned map is from the exact one.
  static let mapError = EvaluationMetric(
    id: "map-error", title: "Error of the map",
    summary:
      "of inverse-cdf: how far the learned map takes uniform numbers from where the exact one"
      + " does", mostPoints: .max
  ) { sampleSet, watch in
    guard let origin = sampleSet.origin as? MappedOrigin,
      let exact = sampleSet.laboratory.inverseCDF?.map
    else { return [] }
    try watch(0)
    let distances = zip(exact.points(at: origin.start), sampleSet.samples).map {
      ($0 - $1).length
    }
    func figure(_ name: String, _ value: Double, _ words: String) -> QualityFigure {
      QualityFigure(
        [name], value, ideal: 0, count: distances.count,
        definition: "the \(words) distance between where the map and the exact one take a uniform"
          + " number; axes \(exact.axes.rawValue)")
    }
    return [
      figure("map_error_mean", QualityFigure.mean(distances), "mean"),
      figure("map_error_max", distances.max() ?? 0, "largest"),
    ]
  }
}
