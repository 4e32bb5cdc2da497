/// A jump in canonical coordinates, where points have unit spread at every level.
struct CanonicalJump: Sendable {
  /// The level it sets out from, and the one nearer to the data that it leads to.
  let later: CanonicalLevel
  let earlier: CanonicalLevel
  /// The point it leads to, given the clean point in standard units and the point it sets out from.
  let posterior: Transition.Posterior
  /// The forward process over it: `x_t = kept x_s + deviation noise`.
  let kept: Double
  let deviation: Double
  /// The features of the level it sets out from.
  let features: SIMD4<Float>

  init(_ index: Int, of ladder: JumpLadder, in standardization: Standardization) {
    later = standardization.canonical(ladder.levels[index])
    earlier = standardization.canonical(ladder.levels[index + 1])
    let transition = Transition(from: earlier.level, to: later.level)
    posterior = transition.posterior
    kept = transition.scale
    deviation = transition.variance.squareRoot()
    features = FeatureMap.features(ofLogSNR: later.level.logSNR)
  }

  /// What a discriminator is told of where jumps set out from.
  func condition(of later: SIMD2<Float>) -> JumpCondition {
    JumpCondition(
      offset: later / Float(deviation), slope: Float(-kept / deviation), level: features,
      unit: Float(kept > deviation ? deviation / kept : 1))
  }

  /// A pair of points of the forward process.
  ///
  /// - Parameter clean: in standard units.
  func pair(of clean: SIMD2<Float>, _ normals: (Point, Point)) -> (
    earlier: SIMD2<Float>, later: SIMD2<Float>
  ) {
    let earlier =
      Float(self.earlier.level.alpha) * clean
      + SIMD2<Float>(self.earlier.level.sigma * normals.0)
    return (earlier, Float(kept) * earlier + SIMD2<Float>(deviation * normals.1))
  }
}
