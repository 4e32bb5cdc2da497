/// The ways from noise to the components of the data by a schedule: `N(alpha m, alpha^2 S + sigma^2 I)`.
struct NoisingPaths: ConditionalPaths {
  let ends: GaussianMixture
  let schedule: Schedule

  func shares(of point: Point, at place: PathPlace) -> [Double] {
    ends.diffused(to: place.level).responsibilities(at: point)
  }

  func fieldValues(of points: [Point], at place: PathPlace) -> [FieldValue] {
    schedule.fieldValues(of: points, in: ends, at: place)
  }

  func path(to end: Int) -> (any ConditionalPath)? {
    guard ends.components.indices.contains(end), ends.components[end].weight > 0 else { return nil }
    return NoisingPath(end: ends.alone(end), schedule: schedule)
  }
}

/// One of them.
struct NoisingPath: ConditionalPath {
  /// A single component.
  let end: GaussianMixture
  let schedule: Schedule

  func gaussians(at place: PathPlace) -> [GaussianMixture.Component] {
    let level = place.level
    return end.components.map { component in
      var here = component
      here.mean = level.alpha * component.mean
      here.covariance = component.covariance.scaled(
        by: level.alphaBar, plusVariance: level.sigma * level.sigma)
      return here
    }
  }

  func fieldValues(of points: [Point], at place: PathPlace) -> [FieldValue] {
    schedule.fieldValues(of: points, in: end, at: place)
  }

  func flow(from points: [Point], through places: [PathPlace]) -> [[Point]] {
    var options = SamplerOptions()
    options.tolerance = Self.tolerance
    let process = ReverseProcess(
      denoiser: ExactDenoiser(mixture: end), sampler: .ode, options: options,
      grid: TimeGrid(stops: places.map { TimeGrid.Stop(level: $0.level, steps: $0.steps) })
    ) { _, count in Array(repeating: .zero, count: count) }
    var state = SamplingState(points)
    return [points]
      + (0..<places.count - 1).map { step in
        state = process.advance(state, step: step)
        return state.points
      }
  }

  /// Far finer than what can be drawn.
  private static let tolerance = 1e-6
}

extension Schedule {
  /// The score of a diffused mixture at a place, and its velocity by the probability flow,
  /// `f x - g^2 / 2 score` (Song et al. 2021, equation 13): with the rates of the path that the levels
  /// lie on, or for those made of betas with the f and g of their step.
  fileprivate func fieldValues(
    of points: [Point], in mixture: GaussianMixture, at place: PathPlace
  ) -> [FieldValue] {
    let diffused = mixture.diffused(to: place.level)
    if let path {
      let time = path.time(of: place.level)
      return points.map { point in
        let score = diffused.score(at: point)
        return FieldValue(
          velocity: path.velocity(
            at: point, estimate: diffused.estimate(at: point), score: score, time: time),
          score: score)
      }
    }
    let index = min(max(0, place.steps - 1), timesteps - 1)
    let (drift, diffusion) = (drift(atIndex: index), diffusion(atIndex: index))
    return points.map { point in
      let score = diffused.score(at: point)
      return FieldValue(
        velocity: drift * point - (diffusion * diffusion / 2) * score, score: score)
    }
  }
}
