import Foundation

/// The course of a training run over its steps, numbered from 1.
enum Recipe {
  /// How many steps the learning rate takes to rise.
  static let warmUp = 50.0

  /// How Adam's learning rate falls with the number of steps: from `plateauEnd` on by a power of them.
  struct Fall: Sendable {
    let plateauEnd: Double
    let exponent: Double

    /// Targets are noisy, and there is always something to learn of further ones.
    static let root = Fall(plateauEnd: 1000, exponent: 0.5)
    /// Targets are exact: no noise asks for shorter steps early, and the weights have to come to rest,
    /// as Adam's steps do not get shorter with the gradients.
    static let rest = Fall(plateauEnd: 3000, exponent: 1.5)

    /// The share of the highest rate.
    func share(atStep step: Double) -> Double { pow(max(1, step / plateauEnd), -exponent) }
  }

  /// The exponent of the moving average: its window is about the last eighth of the steps so far.
  static let averagePower = 8.0

  /// The learning rate as a share of the highest.
  static func rate(
    atStep step: Int, of optimizer: Optimizer = .adam, falling fall: Fall = .root
  ) -> Double {
    let step = Double(step)
    let risen = min(1, step / warmUp)
    switch optimizer {
    case .adam: return risen * fall.share(atStep: step)
    case .scheduleFree: return risen
    }
  }

  /// What part of its way to the new parameters the average goes.
  ///
  /// Adam's is a moving average, `1 − (1 − 1/t)⁸` (Karras et al. 2024, section 3.1). The
  /// schedule-free one weighs every step with the square of its rate (Defazio et al. 2024).
  static func averageShare(atStep step: Int, of optimizer: Optimizer = .adam) -> Double {
    switch optimizer {
    case .adam: 1 - pow(1 - 1 / Double(step), averagePower)
    case .scheduleFree: pow(rate(atStep: step, of: optimizer), 2) / squaredRates(upTo: step)
    }
  }

  /// How long the way of a step is, where the rate is at most so high.
  static func stride(
    atStep step: Int, of optimizer: Optimizer, highestRate: Double, falling fall: Fall = .root
  ) -> Learner.Stride {
    Learner.Stride(
      rate: highestRate * rate(atStep: step, of: optimizer, falling: fall),
      averageShare: averageShare(atStep: step, of: optimizer))
  }

  /// The sum of the squared rates of a warm-up, and of ones after it.
  private static func squaredRates(upTo step: Int) -> Double {
    let risen = min(Double(step), warmUp)
    return risen * (risen + 1) * (2 * risen + 1) / (6 * warmUp * warmUp) + Double(step) - risen
  }
}
