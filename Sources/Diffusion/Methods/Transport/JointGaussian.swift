import CKernels
import Foundation

/// One pair of components at a time: the point and whatever is asked about it are jointly Gaussian,
/// so every answer is `origin + gain · (x − mean)`.
struct JointGaussian: Sendable {
  /// An answer that is an affine function of the point's offset from the mean.
  struct Answer {
    let origin: Point
    /// In row order.
    let gain: (xx: Double, xy: Double, yx: Double, yy: Double)
  }

  private let logWeight: Double
  private let mean: Point
  private let covariance: Covariance
  private let clean0: GaussianMixture.Component
  private let start: GaussianMixture.Component
  private let coefficients: TransportCoefficients

  init(
    weight: Double, clean: GaussianMixture.Component, start: GaussianMixture.Component,
    _ coefficients: TransportCoefficients
  ) {
    logWeight = log(weight)
    clean0 = clean
    self.start = start
    self.coefficients = coefficients
    let (alpha, sigma) = (coefficients.alpha, coefficients.sigma)
    mean = alpha * clean.mean + (1 - alpha) * start.mean
    covariance = clean.covariance.combined(
      alpha * alpha, with: start.covariance, sigma * sigma
    ).scaled(by: 1, plusVariance: coefficients.bridge)
  }

  /// Where the points of the pair are.
  var component: GaussianMixture.Component {
    GaussianMixture.Component(
      weight: exp(logWeight), mean: mean, covariance: covariance, label: clean0.label)
  }

  /// dx/dt: that of alpha on the way from the centre to the clean point, that of sigma, and that of
  /// the bridge's noise.
  var velocity: Answer {
    let rate = coefficients.alphaRate
    let spread = clean0.covariance.combined(
      rate * coefficients.alpha, with: start.covariance, coefficients.sigmaPull
    ).scaled(by: 1, plusVariance: coefficients.bridgePull)
    return Answer(
      origin: rate * (clean0.mean - start.mean), gain: spread.product(with: covariance.inverse))
  }

  /// The clean end.
  var clean: Answer {
    let spread = clean0.covariance.scaled(by: coefficients.alpha, plusVariance: 0)
    return Answer(origin: clean0.mean, gain: spread.product(with: covariance.inverse))
  }

  /// Where a point of the pair has its clean end, at a share of all pairs: `N(m + a S C⁻¹ (x − mean),
  /// S C⁻¹ N)` with the noise `N = s² P` and the bridge's, and `C = a² S + N`.
  ///
  /// A pair that rests at its clean end tells it: it is given as narrow as a Gaussian may be.
  func cleanEnd(of point: Point, share: Double) -> GaussianMixture.Component {
    let answer = clean
    let offset = point - mean
    let rest = start.covariance.scaled(
      by: coefficients.sigma * coefficients.sigma, plusVariance: coefficients.bridge)
    let gain = clean0.covariance.product(with: covariance.inverse)
    let left = Covariance(
      xx: gain.xx * rest.xx + gain.xy * rest.xy, xy: gain.xx * rest.xy + gain.xy * rest.yy,
      yy: gain.yx * rest.xy + gain.yy * rest.yy)
    return GaussianMixture.Component(
      weight: share,
      mean: answer.origin
        + Point(
          answer.gain.xx * offset.x + answer.gain.xy * offset.y,
          answer.gain.yx * offset.x + answer.gain.yy * offset.y),
      covariance: left.isPositiveDefinite ? left : Covariance(standardDeviation: 1e-5),
      label: clean0.label)
  }

  /// The noise that the start was made of, through the lower Cholesky factor of its covariance.
  var noise: Answer {
    let first = start.covariance.coloured(Point(1, 0))
    let second = start.covariance.coloured(Point(0, 1))
    let (sigma, precision) = (coefficients.sigma, covariance.inverse)
    return Answer(
      origin: .zero,
      gain: (
        sigma * (first.x * precision.xx + first.y * precision.xy),
        sigma * (first.x * precision.xy + first.y * precision.yy),
        sigma * second.y * precision.xy, sigma * second.y * precision.yy
      ))
  }

  /// The pair as a lobe of a mixture that gives an answer.
  func lobe(for answer: Answer) -> KernelLobe {
    let precision = covariance.inverse
    return KernelLobe(
      logFactor: logWeight - log(2 * Double.pi) - 0.5 * log(covariance.determinant),
      meanX: mean.x, meanY: mean.y,
      precisionXX: precision.xx, precisionXY: precision.xy, precisionYY: precision.yy,
      originX: answer.origin.x, originY: answer.origin.y,
      gainXX: answer.gain.xx, gainXY: answer.gain.xy,
      gainYX: answer.gain.yx, gainYY: answer.gain.yy)
  }
}

extension Covariance {
  /// `factor · self + otherFactor · other`.
  fileprivate func combined(
    _ factor: Double, with other: Covariance, _ otherFactor: Double
  ) -> Covariance {
    Covariance(
      xx: factor * xx + otherFactor * other.xx, xy: factor * xy + otherFactor * other.xy,
      yy: factor * yy + otherFactor * other.yy)
  }

  /// The product of two symmetric matrices, which need not be one.
  fileprivate func product(
    with other: Covariance
  ) -> (xx: Double, xy: Double, yx: Double, yy: Double) {
    (
      xx * other.xx + xy * other.xy, xx * other.xy + xy * other.yy,
      xy * other.xx + yy * other.xy, xy * other.xy + yy * other.yy
    )
  }
}
