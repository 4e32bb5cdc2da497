import Diffusion
import Foundation

extension LessonFigure {
  private static let place: [Value] = [.number("X"), .number("Y")]

  /// Figures of the exact distribution at the moment shown, at a place in the coordinates of the
  /// diffusion, or as a whole.
  static let field: [LessonFigure] = [
    LessonFigure("density", place, "the exact density p_t(x)") {
      exp($0.diffused.logDensity(at: $1.place))
    },
    LessonFigure("log-density", place, "its natural logarithm") {
      $0.diffused.logDensity(at: $1.place)
    },
    LessonFigure("score-x", place, "the exact score, grad log p_t(x), to the right") {
      $0.score(at: $1.place)?.x.withoutRounding
    },
    LessonFigure("score-y", place, "the exact score upwards") {
      $0.score(at: $1.place)?.y.withoutRounding
    },
    LessonFigure("score-length", place, "the length of the exact score") {
      $0.score(at: $1.place).map(\.length)
    },
    LessonFigure("clean-x", place, "E[x_0 | x_t], the clean point to be expected, x") {
      $0.diffused.estimate(at: $1.place).clean.x.withoutRounding
    },
    LessonFigure("clean-y", place, "E[x_0 | x_t], the clean point to be expected, y") {
      $0.diffused.estimate(at: $1.place).clean.y.withoutRounding
    },
    LessonFigure("noise-x", place, "E[noise | x_t], the noise to be expected, x") {
      $0.diffused.estimate(at: $1.place).noise.x.withoutRounding
    },
    LessonFigure("noise-y", place, "E[noise | x_t], the noise to be expected, y") {
      $0.diffused.estimate(at: $1.place).noise.y.withoutRounding
    },
    LessonFigure(
      "label-probability", [.word("LABEL", of: []), .number("X"), .number("Y")],
      "p(label | x_t), from 0 to 1"
    ) {
      let labels = $0.laboratory.mixture.labels
      guard let index = labels.firstIndex(of: $1.word) else { return nil }
      return $0.diffused.labelPosterior(at: $1.place)[index]
    },
    LessonFigure("entropy", "entropy of the exact distribution at the moment shown, in nats") {
      measured, _ in measured.entropy(at: measured.state.frame.level)
    },
    LessonFigure("data-entropy", "entropy of the data, in nats") { measured, _ in
      measured.entropy(at: .clean)
    },
    LessonFigure("noise-entropy", "entropy of the standard normal, 1 + ln(2 pi) nats") { _, _ in
      1 + log(2 * .pi)
    },
    LessonFigure("exact-spread", "the standard deviation per axis at the moment shown, exactly") {
      measured, _ in
      let (level, data) = (measured.state.frame.level, measured.laboratory.mixture.spread)
      return (level.alphaBar * data * data + level.sigma * level.sigma).squareRoot()
    },
    LessonFigure("components", "how many Gaussians the data is a sum of") { measured, _ in
      Double(measured.laboratory.mixture.components.count)
    },
  ]
}

extension MeasuredState {
  /// Nil at the clean end of data without width, where there is none.
  fileprivate func score(at place: Point) -> Point? {
    let score = diffused.score(at: place)
    return score.x.isFinite && score.y.isFinite ? score : nil
  }

  /// The entropy of the diffused distribution, in nats.
  fileprivate func entropy(at level: NoiseLevel) -> Double? {
    let noisy = laboratory.mixture.components.map { component in
      var noisy = component
      noisy.mean = level.alpha * component.mean
      noisy.covariance = component.covariance.scaled(
        by: level.alphaBar, plusVariance: level.sigma * level.sigma)
      return noisy
    }
    // Points of no width have no entropy until noise comes to them.
    guard let mixture = try? GaussianMixture(components: noisy) else { return nil }
    var stream = laboratory.experiment.randomness.stream(.reference)
    return mixture.entropy(drawing: 20_000, from: &stream).value
  }
}

extension Double {
  /// 0 where nothing is left of a number but rounding: of what is about as large as the plane.
  fileprivate var withoutRounding: Double { abs(self) < 1e-12 ? 0 : self }
}
