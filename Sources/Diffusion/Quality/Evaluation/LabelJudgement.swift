extension Judgement {
  /// Whether samples that were led to a label have it.
  static let labels = Judgement(
    id: "labels", title: "Labels", summary: "the share of guided samples that have their label",
    mostPoints: .max
  ) { evidence, _ in
    let mixture = evidence.laboratory.mixture
    guard let guidance = evidence.laboratory.guidance?.specification,
      let label = guidance.label.flatMap(mixture.labels.firstIndex)
    else { return [] }
    let clean = mixture.diffused(to: .clean)
    func accuracy(_ points: [Point]) -> Double {
      let hits = points.count { point in
        let posterior = clean.labelPosterior(at: point)
        return posterior.indices.allSatisfy { posterior[$0] <= posterior[label] }
      }
      return Double(hits) / Double(points.count)
    }
    return [
      QualityFigure(
        ["label_accuracy"], accuracy(evidence.samples),
        floor: QualityFigure.mean(evidence.others.map(accuracy)), count: evidence.samples.count,
        definition: "the share of samples whose most probable label is the one asked for;"
          + " floor: of real data with that label")
    ]
  }
}
