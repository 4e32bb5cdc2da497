/// How far a model's answer is from the exact one at a noise level.
///
/// The points are drawn from the exact distribution at that level, so this is the Fisher
/// divergence, in units of `1 / sigma²`: `sigma² E‖s − s*‖² = E‖noise − noise*‖²`.
public struct ScoreError: Sendable, Equatable, Codable {
  public let level: NoiseLevel
  /// How many points it was measured on.
  public let count: Int
  /// `E‖noise − noise*‖²`, the excess of the noise-prediction loss over the least possible.
  public let absolute: Double
  /// The same as a share of `E‖noise*‖²`, what a model that always answers 0 would get wrong.
  public let relative: Double

  /// The Fisher divergence `E‖s − s*‖²`; infinite where there is no noise left.
  public var fisherDivergence: Double { absolute / (level.sigma * level.sigma) }

  /// Measures a model against the exact answer of a mixture.
  ///
  /// - Parameters:
  ///   - index: tells apart the points of different levels, which draw streams of their own.
  public init(
    of denoiser: any Denoiser, against mixture: GaussianMixture, at level: NoiseLevel,
    index: Int = 0, count: Int, randomness: Randomness
  ) {
    var stream = randomness.stream(.reference, step: index + 1)
    let clean = mixture.draw(count, from: &stream).points
    let points = clean.map { level.alpha * $0 + level.sigma * stream.normalPoint() }
    let exact = ExactDenoiser(mixture: mixture).estimates(of: points, at: level)
    let answers = denoiser.estimates(of: points, at: level)
    var wrong = 0.0
    var whole = 0.0
    for (answer, truth) in zip(answers, exact) {
      wrong += (answer.noise - truth.noise).squaredLength
      whole += truth.noise.squaredLength
    }
    self.level = level
    self.count = count
    absolute = wrong / Double(count)
    relative = whole > 0 ? wrong / whole : 0
  }

  /// The errors along a schedule, at levels evenly spaced from its first to its last.
  public static func profile(
    of denoiser: any Denoiser, against mixture: GaussianMixture, along schedule: Schedule,
    levels: Int = 10, count: Int = 1000, randomness: Randomness
  ) -> [ScoreError] {
    let spaces = max(1, min(levels, schedule.timesteps) - 1)
    return (0...spaces).map { k in
      let level = schedule.levels[k * (schedule.timesteps - 1) / spaces]
      return ScoreError(
        of: denoiser, against: mixture, at: level, index: k, count: count, randomness: randomness)
    }
  }
}
