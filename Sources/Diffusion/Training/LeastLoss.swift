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
}

extension Laboratory {
  /// `E|noise - E[noise | x_t]|² / 2` at a level of its own schedule: what no prediction of the noise can
  /// be below there, per coordinate.
  public func leastNoiseLoss(at level: NoiseLevel) -> Double {
    LeastLoss.ofNoise(in: mixture, at: level)
  }
}
