import Foundation

/// What a network learns from: fresh draws of a mixture in standard units, at random noise levels.
struct TrainingData: Sendable {
  /// The natural logarithm of the noise, relative to unit data, is normal with this mean ...
  static let meanLogSigma = -0.9
  /// ... and this standard deviation: most samples are where there is something to learn.
  static let logSigmaDeviation = 1.3

  /// One training example in canonical coordinates.
  struct Sample {
    var point: SIMD2<Float>
    /// The features of its noise level.
    var level: SIMD4<Float>
    /// What the network should answer.
    var target: SIMD2<Float>
  }

  /// A Gaussian of the mixture: its mean and the lower Cholesky factor of its covariance.
  private struct Lobe {
    let threshold: Double
    let mean: Point
    let factor: (xx: Double, yx: Double, yy: Double)
  }

  let standardization: Standardization
  private let mixture: GaussianMixture
  private let lobes: [Lobe]

  init(mixture: GaussianMixture) {
    let standardization = Standardization(of: mixture)
    var sum = 0.0
    lobes = mixture.components.map { component in
      sum += component.weight
      let covariance = component.covariance.scaled(
        by: 1 / (standardization.spread * standardization.spread), plusVariance: 0)
      let first = covariance.coloured(Point(1, 0))
      return Lobe(
        threshold: sum, mean: standardization.standardized(component.mean),
        factor: (first.x, first.y, covariance.coloured(Point(0, 1)).y))
    }
    self.standardization = standardization
    self.mixture = mixture
  }

  /// One sample of a batch.
  ///
  /// - Parameter stratum: the share of the noise levels that lie below this sample's, in (0, 1).
  func sample(
    stratum: Double, predicts: Parameterization, target: TrainingTarget,
    from stream: inout RandomStream
  ) -> Sample {
    let normals = SIMD4<Double>(stream.normalQuartet())
    let clean = place(normals.lowHalf, in: lobes[index(of: stream.uniform())])
    let noise = normals.highHalf
    let logSigma = Self.meanLogSigma + Self.logSigmaDeviation * NormalQuantile.value(at: stratum)
    let ratio = exp(logSigma)
    let alpha = 1 / (1 + ratio * ratio).squareRoot()
    let level = NoiseLevel(alpha: alpha, sigma: ratio * alpha)
    let point = level.alpha * clean + level.sigma * noise
    let made = Estimate(clean: clean, noise: noise)
    let asked = target == .sample ? made : posteriorMean(at: point, level: level)
    return Sample(
      point: SIMD2<Float>(point), level: FeatureMap.features(ofLogSNR: -2 * logSigma),
      target: SIMD2<Float>(predicts.target(clean: asked.clean, noise: asked.noise, at: level)))
  }

  /// What the clean point and the noise are on average, given a noisy point in standard units.
  private func posteriorMean(at point: Point, level: NoiseLevel) -> Estimate {
    let (centre, spread) = (standardization.centre, standardization.spread)
    // In the data's own units the same point has a larger noise.
    let own = NoiseLevel(alpha: level.alpha, sigma: level.sigma * spread)
    let estimate = mixture.diffused(to: own).estimate(at: level.alpha * centre + spread * point)
    return Estimate(clean: standardization.standardized(estimate.clean), noise: estimate.noise)
  }

  private func place(_ normal: Point, in lobe: Lobe) -> Point {
    let factor = lobe.factor
    return lobe.mean
      + Point(factor.xx * normal.x, factor.yx * normal.x + factor.yy * normal.y)
  }

  /// The first lobe whose threshold is above `value`, by bisection.
  private func index(of value: Double) -> Int {
    var low = 0
    var high = lobes.count - 1
    while low < high {
      let middle = (low + high) / 2
      if lobes[middle].threshold > value { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
