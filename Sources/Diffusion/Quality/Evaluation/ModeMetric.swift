extension EvaluationMetric {
  /// Which modes were found, and how evenly the samples are spread over them.
  static let modes = EvaluationMetric(
    id: "modes", title: "Modes", summary: "modes found, their shares, and samples off them",
    mostPoints: .max
  ) { sampleSet, _ in
    let target = sampleSet.target
    let expectation = ModeExpectation(of: target)
    let census = ModeCensus(of: sampleSet.samples, in: target, expecting: expectation)
    let others = sampleSet.others.map { ModeCensus(of: $0, in: target, expecting: expectation) }
    let floor = "floor: of real data (mean of \(others.count))"
    let figures = ModeFigure.all(of: target).map { figure in
      QualityFigure(
        [figure.name], figure.value(census), floor: QualityFigure.mean(others.map(figure.value)),
        ideal: figure.ideal, count: sampleSet.samples.count,
        definition: "\(figure.definition); \(floor)")
    }
    let shares = census.modes.enumerated().map { index, mode in
      QualityFigure(
        ["share", mode.label], mode.share,
        floor: QualityFigure.mean(others.map { $0.modes[index].share }),
        ideal: mode.expectedShare, count: sampleSet.samples.count,
        definition: "the share of samples nearest to this mode (a label); \(floor)")
    }
    return figures + shares
  }
}

/// A figure that is read off a census.
private struct ModeFigure {
  let name: String
  let ideal: Double?
  let definition: String
  let value: (ModeCensus) -> Double

  static func all(of target: GaussianMixture) -> [ModeFigure] {
    let exact = ModeCensus.expectedShares(of: target)
    let count = Double(exact.count)
    func found(_ name: String, _ share: Double?, _ words: String) -> ModeFigure {
      ModeFigure(name: name, ideal: count, definition: "modes with \(words) within 3 std") {
        Double(share.map($0.modesFound(withShareOfEqual:)) ?? $0.modesFound)
      }
    }
    return [
      found("modes_found", nil, "about as many samples as real data (half at least)"),
      found("modes_with_at_least_1_hq", 0, "at least one sample"),
      found("modes_with_hq_ge_10pct_of_equal_share", 0.1, "a tenth of an equal share"),
      found("modes_with_hq_ge_50pct_of_equal_share", 0.5, "half of an equal share"),
      ModeFigure(
        name: "high_quality_fraction", ideal: target.shareWithinThree,
        definition: "the share of samples within 3 std of a component"
      ) { $0.shareWithinThree },
      ModeFigure(
        name: "kl_shares", ideal: 0,
        definition: "KL divergence in nats of the modes' shares from their exact ones"
      ) { $0.divergence(from: exact) },
      ModeFigure(
        name: "kl_counts_to_uniform",
        ideal: ModeCensus.divergence(exact, from: exact.map { _ in 1 / count }),
        definition: "KL divergence in nats of the modes' shares from equal ones"
      ) { $0.divergence(from: exact.map { _ in 1 / count }) },
      ModeFigure(
        name: "entropy_nats", ideal: ModeCensus.entropy(exact),
        definition: "the entropy in nats of the modes' shares"
      ) { ModeCensus.entropy($0.modes.map(\.share)) },
    ]
  }
}
