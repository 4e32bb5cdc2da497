/// A generator of the clean points that noisy ones come from, and the discriminator it has learned from.
///
/// ```
/// x_0 = G(x_t, t, z), z ~ N(0, I)      x_s ~ q(x_s | x_t, x_0)      D(x_s, x_t, t)
/// ```
/// The best discriminator has the logit `ln p(x_s | x_t) - ln p_G(x_s | x_t)`: what is learned is a
/// conditional density with as many modes as it likes, which one Gaussian step cannot be where it is
/// long (Xiao, Kreis and Vahdat 2022).
public struct JumpNetworks: Sendable, Equatable {
  let generator: PartNetwork
  let discriminator: PartNetwork
  /// What both see points through.
  let view: DiscriminatorView
  public var standardization: Standardization
  /// How many steps of the schedule a jump goes back.
  public let jump: Int
  /// The log-SNRs that jumps set out from, the noisiest first.
  let logSNRs: [Double]

  /// Whether the jumps of a ladder are those that were learned.
  public func knows(_ ladder: JumpLadder) -> Bool {
    ladder.jump == jump && ladder.setsOut(from: logSNRs)
  }

  /// The inputs of the generator: features of a point and its level, and a latent.
  static let generatorInputs = FeatureMap.count + 2

  static func architectures(
    of network: NetworkSpecification
  ) -> (generator: MLP.Architecture, discriminator: MLP.Architecture) {
    (
      network.architecture(inputs: generatorInputs, outputs: 2),
      network.architecture(inputs: DiscriminatorView.conditionedCount, outputs: 1)
    )
  }

  /// What the generator is asked of canonical points, a row for each.
  static func questions(
    _ points: [SIMD2<Float>], levels: [SIMD4<Float>], latents: [Point], through map: FeatureMap
  ) -> [Float] {
    map.rows(of: points, width: generatorInputs) { row, place in
      place.store(levels[row], FeatureMap.level.lowerBound)
      place[FeatureMap.count] = Float(latents[row].x)
      place[FeatureMap.count + 1] = Float(latents[row].y)
    }
  }
}

extension JumpNetworks: PosteriorSampler {
  public func cleanPoints(
    of points: [Point], at level: NoiseLevel, latents: [Point]
  ) -> [Point] {
    let canonical = standardization.canonical(level)
    let features = FeatureMap.features(ofLogSNR: canonical.level.logSNR)
    let answers = generator.answers(
      to: Self.questions(
        points.map { SIMD2<Float>(canonical.point($0)) },
        levels: [SIMD4<Float>](repeating: features, count: points.count), latents: latents,
        through: view.map))
    return points.indices.map { row in
      standardization.restored(Point(Double(answers[2 * row]), Double(answers[2 * row + 1])))
    }
  }

  /// How likely it is, by the discriminator, that a point at a level was led to from each of some points
  /// by the forward process and not by the generator, where half of all pairs are so: from 0 to 1.
  public func verdicts(
    at places: [Point], from point: Point, ofJump index: Int, in ladder: JumpLadder
  ) -> [Double] {
    let jump = CanonicalJump(index, of: ladder, in: standardization)
    let condition = jump.condition(of: SIMD2<Float>(jump.later.point(point)))
    let own = places.map { SIMD2<Float>(jump.earlier.point($0)) }
    let conditions = [JumpCondition](repeating: condition, count: own.count)
    let rows = view.rows(of: own, under: conditions[...], kernels: Kernels(.best))
    return discriminator.answers(to: rows).map { AdversarialLoss.logistic(Double($0)) }
  }
}
