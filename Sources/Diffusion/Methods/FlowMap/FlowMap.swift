/// Where points at one noise level are at another, along the probability-flow ODE: its solution as a
/// function of both levels.
public protocol FlowMap: Sendable {
  /// The points after a jump.
  ///
  /// - Parameters:
  ///   - points: in the schedule's own coordinates at `start`.
  ///   - start: the level they are at.
  ///   - end: the level they are led to; the same level leaves them where they are.
  func points(_ points: [Point], from start: NoiseLevel, to end: NoiseLevel) -> [Point]

  /// How often a network is asked for a jump; 0 where there is none.
  var callsPerJump: Int { get }
}

/// The exact map of a mixture: the ODE itself, followed as closely as a tolerance says.
public struct ExactFlowMap: FlowMap {
  public let denoiser: ExactDenoiser
  /// The largest error of a jump, relative and absolute.
  public let tolerance: Double

  public var callsPerJump: Int { 0 }

  public init(of mixture: GaussianMixture, tolerance: Double = SamplerOptions.usualTolerance) {
    denoiser = ExactDenoiser(mixture: mixture)
    self.tolerance = tolerance
  }

  /// In the coordinates of the straight line, where the ODE is smooth on every schedule.
  public func points(
    _ points: [Point], from start: NoiseLevel, to end: NoiseLevel
  ) -> [Point] {
    if start == end { return points }
    let (from, to) = (start.alpha + start.sigma, end.alpha + end.sigma)
    let solver = Extrapolation(tolerance: tolerance) { points, time in
      let level = NoiseLevel(alpha: 1 - time, sigma: time)
      return denoiser.estimates(of: points, at: level).map { $0.noise - $0.clean }
    }
    return solver.solution(
      from: points.map { $0 / from }, at: start.sigma / from, to: end.sigma / to
    ).map { to * $0 }
  }
}

/// A trained network's map: every jump in one call.
///
/// In canonical coordinates a jump is `x + (to − from) F(x, from, to)`, with the network's answer F the
/// mean velocity of the way, so a jump to where it begins is none whatever the network says.
public struct LearnedFlowMap: FlowMap {
  public let weights: FlowMapWeights
  private let predictor: FlowMapPredictor

  public var callsPerJump: Int { 1 }

  public init(_ weights: FlowMapWeights, instructions: InstructionSet = .best) {
    self.weights = weights
    let mlp = MLP(weights.architecture)
    predictor = FlowMapPredictor(
      mlp: mlp, parameters: AlignedFloats(mlp.pad(weights.parameters)),
      features: FeatureMap(frequencies: weights.frequencies), kernels: Kernels(instructions))
  }

  public func points(
    _ points: [Point], from start: NoiseLevel, to end: NoiseLevel
  ) -> [Point] {
    if start == end { return points }
    let (first, last) = (
      weights.standardization.canonical(start), weights.standardization.canonical(end)
    )
    let canonical = points.map(first.point)
    let velocities = velocities(of: canonical, from: first.angle, to: last.angle)
    return zip(canonical, velocities).map { point, velocity in
      last.origin + last.scale * (point + (last.angle - first.angle) * Point(velocity))
    }
  }

  /// The mean velocities of canonical points between two angles.
  func velocities(of points: [Point], from start: Double, to end: Double) -> [SIMD2<Float>] {
    predictor.velocities(
      of: points.map { SIMD2<Float>($0) },
      along: [FlowMapSpan](repeating: FlowMapSpan(from: start, to: end), count: points.count))
  }
}
