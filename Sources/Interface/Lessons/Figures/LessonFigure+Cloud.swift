import Diffusion

extension LessonFigure {
  /// Figures of the points on the screen.
  static let cloud: [LessonFigure] = [
    LessonFigure("points", "how many points are on the screen") { measured, _ in
      Double(measured.state.frame.points.count)
    },
    LessonFigure("mean-x", "the mean of the points on the screen, x") { measured, _ in
      measured.moments?.mean.x.withoutRounding
    },
    LessonFigure("mean-y", "the mean of the points on the screen, y") { measured, _ in
      measured.moments?.mean.y.withoutRounding
    },
    LessonFigure("spread", "the standard deviation of the points per axis") { measured, _ in
      measured.moments?.spread.withoutRounding
    },
    LessonFigure("particle-x", "where the particle in hand is, x") { measured, _ in
      measured.particle?.x.withoutRounding
    },
    LessonFigure("particle-y", "where the particle in hand is, y") { measured, _ in
      measured.particle?.y.withoutRounding
    },
    LessonFigure(
      "distance", [.word("KEY", of: distanceKeys)],
      "a metric of 'stipple measure' between the points on the screen and fresh data"
    ) { measured, values in
      try measured.distance(values.word, from: .reference, to: measured.points)
    },
    LessonFigure(
      "distance-floor", [.word("KEY", of: distanceKeys)],
      "the same between two clouds of fresh data"
    ) { measured, values in
      let other = try measured.fresh(.floor, count: measured.state.frame.points.count)
      return try measured.distance(values.word, from: .reference, to: other)
    },
    LessonFigure(
      "modes-on-screen", "how many modes of the whole data the points on the screen reach"
    ) { measured, _ in
      let points = measured.state.frame.points
      return Double(ModeCensus(of: points, in: try measured.data()).modesFound)
    },
    LessonFigure("kept", "the share of points that are in the class they set out from") {
      measured, _ in
      guard let kept = measured.state.frame.retention else {
        throw MissingFigure("the points belong to no class here, or nothing is known of theirs")
      }
      return kept.share
    },
  ]

  /// The keys of metrics that are numbers of their own.
  private static let distanceKeys = Metric.allCases.flatMap(\.keys)
}

extension MeasuredState {
  /// The most points of a cloud that metrics of all pairs are asked for.
  private static let mostCompared = 1000

  /// The points on the screen, in the data's own units.
  fileprivate var points: [Point] { frame.restored(state.frame.points) }

  fileprivate var particle: Point? {
    let points = state.frame.points
    return points.indices.contains(state.particle) ? frame.restored(points[state.particle]) : nil
  }

  fileprivate var moments: (mean: Point, spread: Double)? {
    let points = points
    guard !points.isEmpty else { return nil }
    let mean = points.reduce(.zero, +) / Double(points.count)
    let square = points.reduce(0) { $0 + ($1 - mean).squaredLength } / Double(points.count)
    return (mean, (square / 2).squareRoot())
  }

  /// Fresh points of the data, in its own units.
  fileprivate func fresh(_ purpose: Randomness.Purpose, count: Int) throws -> [Point] {
    var stream = laboratory.experiment.randomness.stream(purpose)
    return frame.restored(try data().draw(min(count, Self.mostCompared), from: &stream).points)
  }

  /// A metric between fresh data and a cloud, of which at most so many points are taken.
  fileprivate func distance(
    _ key: String, from purpose: Randomness.Purpose, to points: [Point]
  ) throws -> Double? {
    guard let metric = Metric.allCases.first(where: { $0.keys.contains(key) }), !points.isEmpty
    else { return nil }
    let cloud = Array(points.prefix(Self.mostCompared))
    let clouds = ComparedClouds(
      reference: try fresh(purpose, count: cloud.count), generated: cloud)
    let figures = try metric.measure(clouds, settings: MetricSettings(keys: [key]))
    switch figures[key] {
    case .number(let value), .check(let value): return value
    case .count(let count): return Double(count)
    case .settled, .note, .group, nil: return nil
    }
  }
}
