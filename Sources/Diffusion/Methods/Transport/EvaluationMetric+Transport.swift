extension EvaluationMetric {
  /// Whether points of another prior end in the class they set out from, and how often anybody
  /// could.
  static let retention = EvaluationMetric(
    id: "retention", title: "Retention",
    summary: "with another prior: the share that ends in its own class, and the bound on it",
    mostPoints: .max, tellsGuidance: true
  ) { sampleSet, watch in
    guard let transport = sampleSet.laboratory.transport, let labels = sampleSet.labels else {
      return []
    }
    try watch(0)
    let bound = transport.bayesAccuracyOfStart(places: 2 * bayesPlaces)
    // The label itself, a lead to it, or a third coordinate that gives it away.
    let isPassed =
      sampleSet.laboratory.experiment.transport?.isLabelPassed == true
      || sampleSet.laboratory.guidance?.specification.guidesVelocities == true
      || transport.lift != nil
    let clean = transport.data.diffused(to: .clean)
    let kept = clean.sharesOfMostProbable(labels[...], at: sampleSet.samples).reduce(0, +)
    let share = kept / Double(labels.count)
    func figure(
      _ name: String, _ value: Double, ideal: Double, _ definition: String
    ) -> QualityFigure {
      QualityFigure([name], value, ideal: ideal, count: labels.count, definition: definition)
    }
    let best = isPassed ? 1 : bound
    return [
      figure(
        "label_retention", share, ideal: best,
        "the share of points whose most probable label at the end is that of their start;"
          + " ideal: the bound"),
      figure(
        "label_accuracy", share, ideal: best,
        "the share of samples whose most probable label is the one asked for: that of the start;"
          + " ideal: the bound"),
      figure(
        "label_chance", transport.shares.reduce(0) { $0 + $1 * $1 }, ideal: best,
        "the retention of points whose label is drawn anew at the end"),
      figure(
        "bayes_accuracy_start", bound, ideal: 1,
        "how often the best guess of the label from the start alone is right: retention without"
          + " the label is at most this"),
    ] + bayesFigures(of: transport)
  }

  /// How many places a Bayes accuracy is the mean over.
  private static let bayesPlaces = 4096

  private static func bayesFigures(of transport: Transport) -> [QualityFigure] {
    guard transport.coupling.isExact else { return [] }
    var figures: [QualityFigure] = []
    for time in [0, 0.25, 0.5, 0.75, 1] {
      figures.append(
        QualityFigure(
          ["bayes_accuracy", "t\(time)"],
          transport.bayesAccuracy(at: time, places: bayesPlaces), ideal: 1, count: bayesPlaces,
          definition: "how often the best guess of the label from a point at time t is right"))
    }
    return figures
  }

  /// Where along time the mass moves; and what the way from another prior costs, and how straight
  /// it is.
  static let paths = EvaluationMetric(
    id: "paths", title: "Paths",
    summary: "where asked for by name W2 along the path; with another prior length, energy and"
      + " straightness of the way",
    mostPoints: ExactTransport.mostPoints
  ) { sampleSet, watch in
    let marginals =
      sampleSet.isAskedByName ? try marginalFigures(of: sampleSet) { try watch($0 / 2) } : []
    guard let pathMeasurement = sampleSet.pathMeasurement else { return marginals }
    return try pathFigures(of: pathMeasurement, sampleSet) { try watch(0.5 + $0 / 2) } + marginals
  }

  /// How many steps of time, and points, W2 between marginals is worked out for.
  private static let marginalIntervals = 10
  private static let marginalPoints = 200

  private static func marginalFigures(
    of sampleSet: SampleSet, watch: MetricWatch
  ) throws -> [QualityFigure] {
    let path = try sampleSet.laboratory.marginalPath(
      intervals: marginalIntervals, count: marginalPoints, watch: watch)
    func figure(
      _ name: String, _ stop: MarginalPath.Stop, _ value: Double?, _ words: String
    ) -> QualityFigure? {
      value.map {
        QualityFigure(
          [name, "t\(stop.time)"], $0, count: path.count,
          definition: "exact W2 from the marginal at time t (0 data; 1 noise) \(words);"
            + " clouds share data and noise")
      }
    }
    return path.stops.compactMap { figure("path_w2_next", $0, $0.toNext, "to the next one") }
      + path.stops.dropFirst().compactMap {
        figure("path_w2_data", $0, $0.toData, "to the data")
      }
      + path.stops.dropLast().compactMap {
        figure("path_w2_noise", $0, $0.toNoise, "to the noise")
      }
  }

  private static func pathFigures(
    of pathMeasurement: PathMeasurement, _ sampleSet: SampleSet, watch: MetricWatch
  ) throws -> [QualityFigure] {
    let squared = try ExactTransport(
      from: pathMeasurement.start.points, to: sampleSet.reference, cost: .squaredDistance,
      watch: watch
    ).meanCost
    func figure(
      _ name: String, _ value: Double, ideal: Double, _ definition: String
    ) -> QualityFigure {
      QualityFigure(
        [name], value, ideal: ideal, count: sampleSet.samples.count, definition: definition)
    }
    let figures = [
      figure(
        "path_length", pathMeasurement.length, ideal: pathMeasurement.displacement,
        "the mean length of the way from start to end; ideal: straight ahead"),
      figure(
        "path_energy", pathMeasurement.energy, ideal: squared,
        "the integral over time of E|velocity|^2; ideal: the exact W2^2 of starts and real data"),
      figure(
        "path_energy_normalized", abs(pathMeasurement.energy - squared) / squared, ideal: 0,
        "|path_energy - W2^2| / W2^2 with the exact W2 between the starts and real data"),
    ]
    guard pathMeasurement.isDeterministic else { return figures }
    return figures + [
      figure(
        "straightness", pathMeasurement.straightness, ideal: 0,
        "the integral of E|velocity - displacement|^2: 0 for straight ways at even speed")
    ]
  }

  /// Whether the tubes of two classes meet at the same time.
  static let tubes = EvaluationMetric(
    id: "tubes", title: "Tubes",
    summary: "with another prior: which classes' tubes meet at an equal time", mostPoints: .max
  ) { sampleSet, _ in
    guard let transport = sampleSet.laboratory.transport, sampleSet.pathMeasurement != nil else {
      return []
    }
    let meetings = TransportMeeting.all(of: transport)
    guard let closest = meetings.max(by: { $0.overlap < $1.overlap }) else { return [] }
    func figure(
      _ name: String, _ value: Double, ideal: Double? = nil, _ definition: String
    ) -> QualityFigure {
      QualityFigure(
        [name], value, ideal: ideal, count: meetings.count, definition: definition)
    }
    return [
      figure(
        "tube_crossings", Double(meetings.count { $0.isCrossing }), ideal: 0,
        "pairs of classes whose tubes of two standard deviations meet at an equal time"),
      figure(
        "tube_overlap", closest.overlap, ideal: 0,
        "the largest overlap of two tubes at an equal time"),
      figure("tube_overlap_time", closest.time, "the time of the largest overlap"),
      figure("tube_overlap_x", closest.place.x, "where along x it is"),
      figure("tube_overlap_y", closest.place.y, "where along y it is"),
    ]
  }
}
