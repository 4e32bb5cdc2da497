/// A way to judge samples, or the model they come from, against the exact distribution.
///
/// It is a function from a set of samples to figures; `stipple evaluate` prints them.
public struct EvaluationMetric: Choice {
  public let id: String
  public let title: String
  public let summary: String
  /// The most samples it is affordable for.
  public let mostPoints: Int
  /// Whether it tells the effect of guidance: whether samples have their label, and what that costs.
  var tellsGuidance = false
  /// Whether it looks at the variance of DDPM's steps, whatever sampler draws.
  public internal(set) var readsVariance = false
  /// The figures; none where the samples have nothing for them. Throws what the watch throws.
  let figures: @Sendable (SampleSet, MetricWatch) throws -> [QualityFigure]

  public static let familyName = "metric"

  /// Every evaluation metric; add a new one here and in a file of its own.
  /// Those that only one method has something for are listed there.
  public static let allCases: [EvaluationMetric] =
    [Metric.exactTransport, .sliced, .energy, .kernel, .frechet, .neighbours, .chamfer].map(
      EvaluationMetric.init)
    + [.modes, .likelihood, .labels, .diversity, .tilted, .memorization]
    + Method.allCases.flatMap(\.metrics)

  /// The figures of a set of at most `mostPoints` points.
  public func figures(
    of sampleSet: SampleSet, watch: MetricWatch = { _ in }
  ) throws -> [QualityFigure] {
    try figures(sampleSet, watch)
  }
}

extension EvaluationMetric {
  /// A metric of two clouds, taken of the samples and of further real data.
  init(_ metric: Metric) {
    self.init(
      id: metric.id, title: metric.title, summary: metric.summary, mostPoints: metric.mostPoints
    ) { sampleSet, watch in
      let others =
        metric.comparesAllPairs
        ? sampleSet.others.prefix(sampleSet.othersOfPairs) : sampleSet.others[...]
      let runs = try ([sampleSet.samples] + others).enumerated().map { run, cloud in
        let clouds = ComparedClouds(reference: sampleSet.reference, generated: cloud)
        return try metric.measure(clouds) {
          try watch((Double(run) + $0) / Double(1 + others.count))
        }.numbers
      }
      return runs[0].map { path, value in
        let floors = runs.dropFirst().compactMap { run in run.first { $0.path == path }?.value }
        return QualityFigure(
          path, value, floor: QualityFigure.mean(floors), count: sampleSet.samples.count,
          definition: "\(metric.definition(of: path)); floor: real against real"
            + (others.count == 1 ? "" : " (mean of \(others.count))"))
      }
    }
  }
}

extension MetricFigures {
  /// The numbers with the names that lead to them, in alphabetical order.
  var numbers: [(path: [String], value: Double)] {
    sorted { $0.key < $1.key }.flatMap { key, figure -> [(path: [String], value: Double)] in
      switch figure {
      case .number(let number): [([key], number)]
      case .check, .count, .settled, .note: []
      case .group(let group): group.numbers.map { ([key] + $0.path, $0.value) }
      }
    }
  }
}
