/// A network of jumps asked for those of no length, whose mean velocity is the velocity: what it says of
/// where noisy points come from.
public struct FlowMapDenoiser: Denoiser {
  public let map: LearnedFlowMap

  public var isRounded: Bool { true }

  public init(_ map: LearnedFlowMap) {
    self.map = map
  }

  public func estimate(
    _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]
  ) {
    precondition(points.count == estimates.count, "one estimate for each point")
    let standardization = map.weights.standardization
    let canonical = standardization.canonical(level)
    let places = points.map(canonical.point)
    let velocities = map.velocities(of: places, from: canonical.angle, to: canonical.angle)
    for (index, velocity) in velocities.enumerated() {
      let estimate = Parameterization.v.estimate(
        from: Point(velocity), at: places[index], level: canonical.level)
      estimates[index] = standardization.restored(estimate)
    }
  }
}
