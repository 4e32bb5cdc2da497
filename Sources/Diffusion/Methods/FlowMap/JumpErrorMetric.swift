/// The starts that samples were made of by jumps, in the laboratory's frame, and the map that made them.
public struct JumpedOrigin: SampleOrigin {
  public let start: [Point]
  public let map: any FlowMap

  public init(start: [Point], map: any FlowMap) {
    self.start = start
    self.map = map
  }
}

/// How far two jumps of a map are from one over the same way, `|X(s,t) − X(u,t) ∘ X(s,u)|`: 0 of every
/// true flow.
public struct CompositionDefect: Sendable {
  public let map: any FlowMap
  public let start: NoiseLevel
  public let middle: NoiseLevel
  public let end: NoiseLevel

  public init(
    of map: any FlowMap, from start: NoiseLevel, by middle: NoiseLevel, to end: NoiseLevel
  ) {
    (self.map, self.start, self.middle, self.end) = (map, start, middle, end)
  }

  /// The defect of the jumps from places at the first level.
  public func values(at points: [Point]) -> [Double] {
    let halfway = map.points(points, from: start, to: middle)
    let twice = map.points(halfway, from: middle, to: end)
    return zip(map.points(points, from: start, to: end), twice).map { ($0 - $1).length }
  }
}

extension EvaluationMetric {
  /// How far learned jumps are from the exact ones, and from each other.
  static let jumpError = EvaluationMetric(
    id: "jump-error", title: "Error of the jumps",
    summary:
      "of flow-map: how far jumps lead from where the exact flow does, and two of them from one",
    mostPoints: .max
  ) { sampleSet, watch in
    let laboratory = sampleSet.laboratory
    guard let origin = sampleSet.origin as? JumpedOrigin, let process = laboratory.flowMap,
      let first = laboratory.grid.stops.first?.level, let last = laboratory.grid.stops.last?.level
    else { return [] }
    try watch(0)
    let exact = process.exact.points(origin.start, from: first, to: last)
    let distances = zip(laboratory.frame.restored(exact), sampleSet.samples)
      .map { ($0 - $1).length }.sorted()
    let middle = laboratory.schedule.level(atTime: 0.5)
    let defects = CompositionDefect(of: origin.map, from: first, by: middle, to: last)
      .values(at: origin.start)
    func figure(_ name: String, _ value: Double, _ definition: String) -> QualityFigure {
      QualityFigure([name], value, ideal: 0, count: distances.count, definition: definition)
    }
    return [
      figure(
        "jump_error_mean", QualityFigure.mean(distances),
        "the mean distance between where all jumps of a run and the exact flow lead a start"),
      figure(
        "jump_error_median", distances[distances.count / 2], "the median of that distance"),
      figure(
        "composition_defect", laboratory.frame.spread * QualityFigure.mean(defects),
        "the mean of |X(s t) - X(u t) o X(s u)| of the map X from noise s to data t by u at half of"
          + " the time"),
    ]
  }
}
