import Foundation

/// A hierarchical variational auto-encoder of the plane: latents z_T, ..., z_1 that are points themselves,
/// and a decoder, one network for all levels, that comes down from one to the next.
///
/// ```
/// p(z_T) = N(0, I)      p(z_s | z_t) = N(c clean(z_t, t) + b z_t, v_t I)      p(x | z_1) the same, c = 1
/// q(z_T | x)            q(z_s | z_t, x) = N(c x + b z_t + shift, beta-tilde exp(widening))
/// ```
/// c, b and beta-tilde are those of the schedule (`Transition.posterior`). A fixed encoder has neither shift
/// nor widening and is the noising of a diffusion; one that is learned answers with both, and is the
/// diffusion's to begin with but for its first weights. The variances v_t are numbers, the best for what
/// the decoder misses (Rybkin et al. 2021).
public struct HierarchicalAutoEncoder: Sendable, Equatable {
  let decoder: PartNetwork
  /// Nil where the encoder is fixed.
  let encoder: PartNetwork?
  /// What both see points through.
  let map: FeatureMap
  public var standardization: Standardization
  /// The variance of every jump down, in canonical coordinates of the level it leads to; from the top.
  let variances: [Double]
  /// The log-SNRs that jumps set out from, the noisiest first.
  let logSNRs: [Double]

  public var levels: Int { logSNRs.count }
  /// Whether the encoder was learned too.
  public var isEncoderLearned: Bool { encoder != nil }

  /// Whether the levels of a ladder are those that were learned.
  public func knows(_ ladder: JumpLadder) -> Bool { ladder.setsOut(from: logSNRs) }

  static func architectures(
    of network: NetworkSpecification
  ) -> (decoder: MLP.Architecture, encoder: MLP.Architecture) {
    (
      network.architecture(inputs: FeatureMap.count, outputs: 2),
      network.architecture(inputs: JumpNetworks.generatorInputs, outputs: 4)
    )
  }

  /// What the decoder is asked of canonical points, a row for each.
  static func questions(
    _ points: [SIMD2<Float>], levels: [SIMD4<Float>], through map: FeatureMap
  ) -> [Float] {
    map.rows(of: points, width: FeatureMap.count) { row, place in
      place.store(levels[row], FeatureMap.level.lowerBound)
    }
  }
}

extension HierarchicalAutoEncoder: LevelDecoder {
  public func step(
    _ index: Int, of points: [Point], on ladder: JumpLadder
  ) -> (means: [Point], variance: Double) {
    let jump = CanonicalJump(index, of: ladder, in: standardization)
    let places = points.map { jump.later.point($0) }
    let clean = cleanPoints(of: places, at: jump.later.level)
    let scale = jump.earlier.scale
    return (
      zip(clean, places).map {
        jump.earlier.origin + scale * (jump.posterior.clean * $0 + jump.posterior.noisy * $1)
      }, scale * scale * variances[index]
    )
  }

  /// The clean points of canonical ones, in standard units.
  func cleanPoints(of places: [Point], at level: NoiseLevel) -> [Point] {
    let features = FeatureMap.features(ofLogSNR: level.logSNR)
    let answers = decoder.answers(
      to: Self.questions(
        places.map { SIMD2<Float>($0) },
        levels: [SIMD4<Float>](repeating: features, count: places.count), through: map))
    return places.indices.map { row in
      let output = Point(Double(answers[2 * row]), Double(answers[2 * row + 1]))
      return level.alpha * places[row] - level.sigma * output
    }
  }
}

extension HierarchicalAutoEncoder: LevelEncoder {
  public func top(of clean: [Point], on ladder: JumpLadder) -> [Code] {
    let codes = NoisingEncoder().top(of: clean, on: ladder)
    let first = CanonicalJump(0, of: ladder, in: standardization)
    return moved(
      codes, of: clean, from: clean.map { _ in .zero }, told: first.features,
      unit: first.later.scale)
  }

  public func step(
    _ index: Int, of clean: [Point], from latents: [Point], on ladder: JumpLadder
  ) -> [Code] {
    let codes = NoisingEncoder().step(index, of: clean, from: latents, on: ladder)
    let jump = CanonicalJump(index, of: ladder, in: standardization)
    let next = CanonicalJump(index + 1, of: ladder, in: standardization)
    return moved(
      codes, of: clean, from: latents.map { jump.later.point($0) }, told: next.features,
      unit: jump.earlier.scale)
  }

  /// The codes of the noising as a network that was learned changes them.
  ///
  /// - Parameters:
  ///   - places: canonical latents of the level above; zeros for the highest.
  ///   - level: the features of the level that the codes are of.
  ///   - unit: what a canonical length is there.
  private func moved(
    _ codes: [Code], of clean: [Point], from places: [Point], told level: SIMD4<Float>,
    unit: Double
  ) -> [Code] {
    guard let encoder else { return codes }
    let answers = encoder.answers(
      to: JumpNetworks.questions(
        places.map { SIMD2<Float>($0) },
        levels: [SIMD4<Float>](repeating: level, count: places.count),
        latents: clean.map(standardization.standardized), through: map))
    return codes.indices.map { row in
      let answer = answers[4 * row..<4 * row + 4].map(Double.init)
      func width(_ number: Double) -> Double { exp(Double(LatentDraw.bounded(Float(number)))) }
      return Code(
        mean: codes[row].mean + unit * Point(answer[0], answer[1]),
        variance: Point(
          codes[row].variance.x * width(answer[2]), codes[row].variance.y * width(answer[3])))
    }
  }
}

/// The decoder asked where noisy points come from: with a fixed encoder it is a denoiser.
public struct LevelDenoiser: Denoiser {
  public let networks: HierarchicalAutoEncoder

  public var isRounded: Bool { true }

  public init(_ networks: HierarchicalAutoEncoder) {
    self.networks = networks
  }

  public func estimate(
    _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]
  ) {
    precondition(points.count == estimates.count, "one estimate for each point")
    let canonical = networks.standardization.canonical(level)
    let places = points.map(canonical.point)
    let clean = networks.cleanPoints(of: places, at: canonical.level)
    let (alpha, sigma) = (canonical.level.alpha, canonical.level.sigma)
    for index in places.indices {
      let noise =
        sigma > 0 ? (places[index] - alpha * clean[index]) / sigma : .zero
      estimates[index] = networks.standardization.restored(
        Estimate(clean: clean[index], noise: noise))
    }
  }
}
