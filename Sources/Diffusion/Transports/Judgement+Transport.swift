extension Judgement {
  /// Whether points of another prior end in the class they set out from, and how often anybody
  /// could.
  static let retention = Judgement(
    id: "retention", title: "Retention",
    summary: "with another prior: the share that ends in its own class, and the bound on it",
    mostPoints: .max
  ) { evidence, watch in
    guard let transport = evidence.laboratory.transport, let journey = evidence.journey,
      let labels = journey.start.cargo.labels
    else { return [] }
    let clean = transport.data.diffused(to: .clean)
    let kept = zip(evidence.samples, labels).count { clean.isMostProbable($1, at: $0) }
    let share = Double(kept) / Double(labels.count)
    func figure(_ path: [String], _ value: Double, _ definition: String) -> QualityFigure {
      QualityFigure(path, value, count: labels.count, definition: definition)
    }
    let figures = [
      figure(
        ["label_retention"], share,
        "the share of points whose most probable label at the end is that of their start"),
      figure(
        ["label_accuracy"], share,
        "the share of samples whose most probable label is the one asked for: that of the start"),
      figure(
        ["label_chance"], transport.shares.reduce(0) { $0 + $1 * $1 },
        "the retention of points whose label is drawn anew at the end"),
    ]
    try watch(0.3)
    return figures + bayesFigures(of: transport, evidence)
  }

  private static func bayesFigures(
    of transport: Transport, _ evidence: Evidence
  ) -> [QualityFigure] {
    let randomness = evidence.laboratory.experiment.randomness
    let count = 4000
    var stream = randomness.stream(.reference, step: -1)
    let start = transport.bayesAccuracyOfStart(count: count, from: &stream)
    let bound = QualityFigure(
      ["bayes_accuracy_start"], start, count: count,
      definition: "how often the best guess of the label from the start alone is right: retention"
        + " without the label is at most this")
    guard transport.coupling.isExact else { return [bound] }
    return [bound]
      + [0, 0.25, 0.5, 0.75, 1].map { time in
        QualityFigure(
          ["bayes_accuracy", "t\(time)"],
          transport.bayesAccuracy(at: time, count: count, from: &stream), count: count,
          definition: "how often the best guess of the label from a point at time t is right")
      }
  }

  /// What the way from another prior costs, and how straight it is.
  static let paths = Judgement(
    id: "paths", title: "Paths",
    summary: "with another prior: length, energy and straightness of the way",
    mostPoints: ExactTransport.mostPoints
  ) { evidence, watch in
    guard let journey = evidence.journey else { return [] }
    let squared = try ExactTransport(
      from: journey.start.points, to: evidence.reference, cost: .squaredDistance, watch: watch
    ).meanCost
    func figure(_ name: String, _ value: Double, _ definition: String) -> QualityFigure {
      QualityFigure([name], value, count: evidence.samples.count, definition: definition)
    }
    let figures = [
      figure("path_length", journey.length, "the mean length of the way from start to end"),
      figure("path_energy", journey.energy, "the integral over time of E|velocity|^2"),
      figure(
        "path_energy_normalized", abs(journey.energy - squared) / squared,
        "|path_energy - W2^2| / W2^2 with the exact W2 between the starts and real data"),
      figure("w2_squared_start", squared, "exact W2^2 between the starts and real data"),
    ]
    guard journey.isDeterministic else { return figures }
    return figures + [
      figure(
        "straightness", journey.straightness,
        "the integral of E|velocity - displacement|^2: 0 for straight ways at even speed")
    ]
  }

  /// Whether the tubes of two classes meet at the same time.
  static let tubes = Judgement(
    id: "tubes", title: "Tubes",
    summary: "with another prior: which classes' tubes meet at an equal time", mostPoints: .max
  ) { evidence, _ in
    guard let transport = evidence.laboratory.transport, evidence.journey != nil else { return [] }
    let meetings = TransportMeeting.all(of: transport)
    guard let closest = meetings.max(by: { $0.overlap < $1.overlap }) else { return [] }
    func figure(_ name: String, _ value: Double, _ definition: String) -> QualityFigure {
      QualityFigure([name], value, count: meetings.count, definition: definition)
    }
    return [
      figure(
        "tube_crossings", Double(meetings.count { $0.isCrossing }),
        "pairs of classes whose tubes of two standard deviations meet at an equal time"),
      figure("tube_overlap", closest.overlap, "the largest overlap of two tubes at an equal time"),
      figure("tube_overlap_time", closest.time, "the time of the largest overlap"),
      figure("tube_overlap_x", closest.place.x, "where it is"),
      figure("tube_overlap_y", closest.place.y, "where it is"),
    ]
  }
}

extension DiffusedMixture {
  /// Whether no label is more probable at a point.
  fileprivate func isMostProbable(_ label: Int, at point: Point) -> Bool {
    let posterior = labelPosterior(at: point)
    return posterior.allSatisfy { $0 <= posterior[label] }
  }
}
