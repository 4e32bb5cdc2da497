import Foundation

/// A step in `lambda = ln(alpha / sigma)` that is exact for a clean estimate that does not change
/// (Lu et al. 2022): `x' = (sigma' / sigma) · x + alpha' · (1 − e^−width) · clean`.
///
/// Both ends of time are fine: a width of infinity, from a level without data or to one without
/// noise, leaves nothing of the point or everything to the estimate.
struct ExponentialStep {
  /// The distance in lambda.
  let width: Double
  /// `e^−width − 1`, from 0 to −1.
  let decay: Double
  /// The share of the data at the next level.
  let alpha: Double
  private let kept: Double
  private let lambda: Double

  init(from level: NoiseLevel, to next: NoiseLevel) {
    lambda = level.logSNR / 2
    width = next.logSNR / 2 - lambda
    decay = expm1(-width)
    alpha = next.alpha
    kept = next.sigma / level.sigma
  }

  init(_ step: SamplingStep) {
    self.init(from: step.level, to: step.next)
  }

  /// The point at the next level, for a clean estimate that stays what it is.
  func firstOrder(_ point: Point, clean: Point) -> Point {
    kept * point - alpha * decay * clean
  }

  /// The distance back to an earlier level, in widths of this step; positive.
  func distance(to past: PastStep) -> Double {
    (lambda - past.level.logSNR / 2) / width
  }
}

extension SamplingStep {
  /// The points at the next level as the exponential step of first order finds them.
  var exponentialFirstOrder: [Point] {
    let step = ExponentialStep(self)
    return zip(points, estimates).map { step.firstOrder($0, clean: $1.clean) }
  }
}
