import Foundation

/// The course of a training run over its steps, numbered from 1.
enum Recipe {
  /// How many steps the learning rate takes to rise.
  static let warmUp = 50.0
  /// The step from which the learning rate falls with the root of the number of steps.
  static let plateauEnd = 1000.0
  /// The exponent of the moving average: its window is about the last eighth of the steps so far.
  static let averagePower = 8.0

  /// The learning rate as a share of the highest.
  static func rate(atStep step: Int) -> Double {
    let step = Double(step)
    return min(1, step / warmUp) / max(1, step / plateauEnd).squareRoot()
  }

  /// What part of its way to the new parameters the moving average goes:
  /// `1 − (1 − 1/t)⁸` (Karras et al. 2024, section 3.1).
  static func averageShare(atStep step: Int) -> Double {
    1 - pow(1 - 1 / Double(step), averagePower)
  }
}
