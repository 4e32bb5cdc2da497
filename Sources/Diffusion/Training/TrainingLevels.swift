/// Four noise levels that training visits, in canonical coordinates.
struct TrainingLevels {
  /// The natural logarithm of the noise, relative to unit data, is normal with this mean ...
  static let meanLogSigma: Float = -0.9
  /// ... and this standard deviation: most samples are where there is something to learn.
  static let logSigmaDeviation: Float = 1.3

  private let alpha: Lanes
  private let sigma: Lanes
  private let features: (Lanes, Lanes, Lanes, Lanes)

  /// - Parameter strata: the shares of the noise levels that lie below these, in (0, 1).
  init(strata: SIMD4<Double>) {
    let logSigma =
      Self.meanLogSigma + Self.logSigmaDeviation * NormalQuantile.values(at: strata)
    let ratio = Elementary.exponential(logSigma)
    alpha = Elementary.reciprocalSquareRoot(1 + ratio * ratio)
    sigma = ratio * alpha
    features = FeatureMap.features(ofLogSNR: -2 * logSigma)
  }

  /// The levels of four members of a batch, each of which has a stratum of its own.
  init(fourFrom first: Int, in members: Range<Int>, of size: Int, _ draws: RandomBlock) {
    var strata = SIMD4<Double>()
    for lane in 0..<4 {
      let member = Double(members.lowerBound + first + lane)
      let stratum = (member + draws.uniforms(first + lane).first) / Double(size)
      // Of members beyond the last one, which nobody looks at, any will do.
      strata[lane] = stratum < 1 ? stratum : 0.5
    }
    self.init(strata: strata)
  }

  /// One of the four levels.
  func level(_ index: Int) -> NoiseLevel {
    NoiseLevel(alpha: Double(alpha[index]), sigma: Double(sigma[index]))
  }

  /// What the network sees of it.
  func features(_ index: Int) -> SIMD4<Float> {
    SIMD4(features.0[index], features.1[index], features.2[index], features.3[index])
  }
}
