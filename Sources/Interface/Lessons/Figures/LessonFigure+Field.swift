import Diffusion
import Foundation

extension LessonFigure {
  private static let place: [Value] = [.number("X"), .number("Y")]

  /// Figures of the exact distribution at the moment shown, at a place of the plane or as a whole:
  /// what the method knows of it.
  static let field: [LessonFigure] = [
    LessonFigure("density", place, "the exact density p_t(x)") { exp(try $0.logDensity($1)) },
    LessonFigure("log-density", place, "its natural logarithm") { try $0.logDensity($1) },
    LessonFigure("score-x", place, "the exact score, grad log p_t(x), to the right") {
      try $0.score($1).x.withoutRounding
    },
    LessonFigure("score-y", place, "the exact score upwards") {
      try $0.score($1).y.withoutRounding
    },
    LessonFigure("score-length", place, "the length of the exact score") {
      try $0.score($1).length
    },
    LessonFigure("clean-x", place, "E[x_0 | x_t], the clean point to be expected, x") {
      $0.frame.restored(try $0.estimate($1).clean).x.withoutRounding
    },
    LessonFigure("clean-y", place, "E[x_0 | x_t], the clean point to be expected, y") {
      $0.frame.restored(try $0.estimate($1).clean).y.withoutRounding
    },
    LessonFigure("noise-x", place, "E[noise | x_t], the noise to be expected, x") {
      try $0.estimate($1).noise.x.withoutRounding
    },
    LessonFigure("noise-y", place, "E[noise | x_t], the noise to be expected, y") {
      try $0.estimate($1).noise.y.withoutRounding
    },
    LessonFigure(
      "label-probability", [.word("LABEL", of: []), .number("X"), .number("Y")],
      "p(label | x_t), from 0 to 1"
    ) {
      let labels = $0.laboratory.mixture.labels
      guard let index = labels.firstIndex(of: $1.word) else {
        throw MissingFigure("the data has no label '\($1.word.excerpt)'")
      }
      return try $0.marginal().mixture.labelPosterior(at: $0.frame.standardized($1.place))[index]
    },
    LessonFigure("entropy", "entropy of the exact distribution at the moment shown, in nats") {
      measured, _ in try measured.entropy(of: measured.marginal().components)
    },
    LessonFigure("data-entropy", "entropy of the data, in nats") { measured, _ in
      try measured.entropy(of: measured.data().components)
    },
    LessonFigure("noise-entropy", "entropy of the standard normal, 1 + ln(2 pi) nats") { _, _ in
      1 + log(2 * .pi)
    },
    LessonFigure("exact-spread", "the standard deviation per axis at the moment shown, exactly") {
      measured, _ in
      measured.frame.spread * Self.spread(of: try measured.marginal().components)
    },
    LessonFigure("components", "how many Gaussians the data is a sum of") { measured, _ in
      _ = try measured.data()
      return Double(measured.laboratory.componentCount)
    },
    LessonFigure(
      "share-below", [.number("X")], "the share of the data with a first coordinate below x"
    ) {
      let x = $0.frame.standardized(Point($1.numbers[0], 0)).x
      let map = ExactQuantileMap(of: try $0.data(), axes: .xy)
      return map.shares(at: [Point(x, 0)])[0].x
    },
    LessonFigure(
      "quantile", [.number("SHARE")], "the x below which a share of the data is: its inverse"
    ) {
      let share = $1.numbers[0]
      guard share > 0 && share < 1 else {
        throw MissingFigure("a share has to be between 0 and 1, not \(share)")
      }
      let map = ExactQuantileMap(of: try $0.data(), axes: .xy)
      return $0.frame.restored(Point(map.first([share])[0], 0)).x
    },
  ]

  /// The standard deviation per axis of Gaussians whose weights sum to 1, some of no width perhaps.
  private static func spread(of components: [GaussianMixture.Component]) -> Double {
    let mean = components.reduce(Point.zero) { $0 + $1.weight * $1.mean }
    let square = components.reduce(0) {
      $0 + $1.weight * ($1.covariance.trace + ($1.mean - mean).squaredLength)
    }
    return (square / 2).squareRoot()
  }
}

extension MeasuredState {
  fileprivate func logDensity(_ values: FigureValues) throws -> Double {
    try marginal().mixture.logDensity(at: frame.standardized(values.place)) - frame.logVolume
  }

  fileprivate func score(_ values: FigureValues) throws -> Point {
    let score = try marginal().mixture.score(at: frame.standardized(values.place))
    guard score.isFinite else {
      throw MissingFigure("data without width has no score before noise comes to it")
    }
    return score / frame.spread
  }
}
