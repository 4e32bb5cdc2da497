import Foundation

/// The losses of the game as functions of a logit, each with its derivative.
enum AdversarialLoss {
  /// `ln(1 + exp(x))`, without overflow.
  static func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }

  /// `1 / (1 + exp(-x))`, the derivative of `softplus`.
  static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  /// What a point costs that ought to be taken for real, `-ln D = softplus(-logit)`: real ones cost the
  /// discriminator this, and, without saturating, samples the generator.
  static func real(_ logit: Float) -> (loss: Double, slope: Float) {
    let logit = Double(logit)
    return (softplus(-logit), Float(-logistic(-logit)))
  }

  /// What a sample costs the discriminator, `-ln(1 - D) = softplus(logit)`.
  static func fake(_ logit: Float) -> (loss: Double, slope: Float) {
    let logit = Double(logit)
    return (softplus(logit), Float(logistic(logit)))
  }
}
