import Foundation

/// What no prediction can be below: the variance that is left of what it predicts once the noisy point
/// is known.
///
/// Many clean points and noises make the same noisy point. The best answer is their mean, and what it
/// is wrong by, `E|noise - E[noise | x]|²`, is no fault of the network. All figures are per coordinate,
/// as the training loss is.
enum LeastLoss {
  /// `E|noise - E[noise | x_t]|² / 2` at a level of a distribution: from 1 where there is hardly any
  /// noise, which cannot be told from the data, to 0 where there is nothing else.
  static func ofNoise(in mixture: GaussianMixture, at level: NoiseLevel) -> Double {
    if level.isClean { return 1 }
    let ratio = level.alpha / level.sigma
    return ratio * ratio * CleanPosterior(of: mixture, at: level).meanVariance
  }

  /// The mean over the levels that training draws: what the loss of a network that answers `predicts`
  /// cannot be below if it is asked for drawn samples.
  static func ofTraining(on mixture: GaussianMixture, predicting predicts: Parameterization)
    -> Double
  {
    let spread = Standardization(of: mixture).spread
    var (sum, whole) = (0.0, 0.0)
    for place in stride(from: -reach, through: reach, by: spacing) {
      let logSigma =
        Double(TrainingLevels.meanLogSigma) + Double(TrainingLevels.logSigmaDeviation) * place
      let alpha = 1 / (1 + exp(2 * logSigma)).squareRoot()
      let level = NoiseLevel(alpha: alpha, sigma: exp(logSigma) * alpha)
      // In the data's own units the same point has noise of another size.
      let own = NoiseLevel(alpha: level.alpha, sigma: level.sigma * spread)
      let variance = CleanPosterior(of: mixture, at: own).meanVariance / (spread * spread)
      // Once the point is known, all that is unknown of the target follows from the clean point.
      let unit = predicts.target(
        clean: Point(1, 0), noise: Point(-level.alpha / level.sigma, 0), at: level
      ).x
      let share = exp(-place * place / 2)
      sum += share * unit * unit * variance
      whole += share
    }
    return sum / whole
  }

  /// The normal that levels are drawn from is gone through in steps of half its deviation: of what is
  /// as smooth as this the sum is right to many digits more than the loss is ever known to.
  private static let spacing = 0.5
  private static let reach = 4.5
}

extension Laboratory {
  /// `E|noise - E[noise | x_t]|² / 2` at a level of its own schedule: what no prediction of the noise can
  /// be below there, per coordinate.
  public func leastNoiseLoss(at level: NoiseLevel) -> Double {
    LeastLoss.ofNoise(in: mixture, at: level)
  }
}
