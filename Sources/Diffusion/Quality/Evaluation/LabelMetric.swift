extension EvaluationMetric {
  /// Whether samples that were led to labels have one of them.
  static let labels = EvaluationMetric(
    id: "labels", title: "Labels", summary: "the share of guided samples that have their label",
    mostPoints: .max, tellsGuidance: true
  ) { sampleSet, _ in
    guard sampleSet.labels == nil, let wanted = sampleSet.laboratory.guidance?.wanted else {
      return []
    }
    let mixture = sampleSet.laboratory.ownMixture
    func accuracy(_ points: [Point]) -> Double {
      mixture.shareOf(points, with: wanted)
    }
    return [
      QualityFigure(
        ["label_accuracy"], accuracy(sampleSet.samples),
        floor: QualityFigure.mean(sampleSet.others.map(accuracy)), count: sampleSet.samples.count,
        definition: "the share of samples whose most probable label is one asked for;"
          + " floor: of real data with that label")
    ]
  }
}

extension GaussianMixture {
  /// The share of clean points whose most probable label is one of those picked.
  public func shareOf(_ points: [Point], with selection: LabelSelection) -> Double {
    let clean = diffused(to: .clean)
    let hits = points.count { point in
      let posterior = clean.labelPosterior(at: point)
      guard let most = posterior.max() else { return false }
      return selection.indices.contains { posterior[$0] == most }
    }
    return Double(hits) / Double(points.count)
  }
}
