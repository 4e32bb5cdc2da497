extension EvaluationMetric {
  /// Whether samples are new, or the very points that were learned from.
  static let memorization = EvaluationMetric(
    id: "memorization", title: "Memorization",
    summary: "with samples: n in the preset: the share of samples that copy a training point",
    mostPoints: .max
  ) { sampleSet, watch in
    guard let training = sampleSet.laboratory.ownTrainingTarget else { return [] }
    let count = sampleSet.samples.count
    let meter = SlicedWasserstein(reference: training)
    func distance(_ points: [Point]) -> Double { meter.distances(to: points).second }
    let sliced = QualityFigure(
      ["sliced_w2_training"], distance(sampleSet.samples),
      floor: QualityFigure.mean(sampleSet.others.map(distance)), count: count,
      definition: "sliced W2 between the samples and the training points; floor: of fresh real data"
    )
    try watch(0.3)
    guard let neighbours = NearestTwo(among: training) else { return [sliced] }
    return [
      QualityFigure(
        ["memorized"], neighbours.shareOfCopies(in: sampleSet.samples),
        floor: QualityFigure.mean(sampleSet.others.map(neighbours.shareOfCopies)), count: count,
        definition:
          "the share of samples less than a third as far from the nearest training point as"
          + " from the second nearest; floor: of fresh real data"),
      sliced,
    ]
  }
}

/// Finds the nearest and the second nearest of some points.
struct NearestTwo {
  private let tree: PointTree

  /// Nil for fewer than two points.
  init?(among points: [Point]) {
    guard points.count > 1 else { return nil }
    tree = PointTree(points)
  }

  /// The share of points that are less than a third as far from the nearest as from the second
  /// nearest (Yoon et al. 2023).
  func shareOfCopies(in points: [Point]) -> Double {
    let copies = points.count { point in
      let squares = tree.squaredDistances(toNearestTwo: point)
      return 9 * squares.nearest < squares.second
    }
    return Double(copies) / Double(points.count)
  }
}

extension Laboratory {
  /// The training points that samples should be like, in the data's own units: those of the labels that
  /// are asked for, or all.
  fileprivate var ownTrainingTarget: [Point]? {
    guard let knownPoints else { return nil }
    guard let wanted = guidance?.wanted else { return frame.restored(knownPoints.points) }
    let own = zip(knownPoints.points, knownPoints.labels).filter { wanted.indices.contains($0.1) }
    return own.isEmpty ? nil : frame.restored(own.map(\.0))
  }
}
