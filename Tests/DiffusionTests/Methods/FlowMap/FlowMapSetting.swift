import Testing

@testable import Diffusion

/// Flow maps small enough to be tried.
enum FlowMapSetting {
  /// One Gaussian of unit spread around the origin, where points in canonical coordinates stay where
  /// they are: every jump is none.
  static let unit = DistributionSpecification.components([
    GaussianMixture.Component(
      mean: .zero, covariance: Covariance(standardDeviation: 1), label: "one")
  ])

  /// A tilted Gaussian away from the origin.
  static let tilted = GaussianMixture.Component(
    mean: Point(2, -1), covariance: Covariance(xx: 0.8, xy: 0.5, yy: 1.4), label: "one")

  static let pair = DistributionSpecification.components([
    GaussianMixture.Component(
      weight: 0.3, mean: Point(-1, 0.5), covariance: Covariance(xx: 0.2, xy: 0.1, yy: 0.3),
      label: "a"),
    GaussianMixture.Component(
      weight: 0.7, mean: Point(1, 0), covariance: Covariance(standardDeviation: 0.3), label: "b"),
  ])

  static func experiment(
    _ distribution: DistributionSpecification, _ settings: FlowMapSettings = FlowMapSettings(),
    hidden: [Int] = [32, 32], batch: Int = 128
  ) -> Experiment {
    var experiment = Experiment(
      title: "Jumps", distribution: distribution, method: settings, particles: 500, seed: 4)
    experiment.sampler = SamplerSpecification(kind: .ode, steps: 1)
    experiment.model.network.hidden = hidden
    experiment.training.batch = batch
    return experiment
  }

  static func laboratory(
    _ distribution: DistributionSpecification, _ settings: FlowMapSettings = FlowMapSettings(),
    hidden: [Int] = [32, 32], batch: Int = 128
  ) throws -> Laboratory {
    try Laboratory(experiment(distribution, settings, hidden: hidden, batch: batch))
  }

  /// The part of a laboratory that jumps.
  static func process(_ laboratory: Laboratory) throws -> FlowMapProcess {
    try #require(laboratory.flowMap)
  }

  /// Where one Gaussian's points of a level are at another, in closed form: in the directions of its
  /// axes their distance from the mean changes as the standard deviation does.
  static func jump(
    of point: Point, in gaussian: GaussianMixture.Component, from start: NoiseLevel,
    to end: NoiseLevel
  ) -> Point {
    let covariance = gaussian.covariance
    let middle = (covariance.xx + covariance.yy) / 2
    let half = (covariance.xx - covariance.yy) / 2
    let radius = (half * half + covariance.xy * covariance.xy).squareRoot()
    let axis = covariance.axis
    let offset = point - start.alpha * gaussian.mean
    var moved = end.alpha * gaussian.mean
    for (direction, variance) in [
      (axis, middle + radius), (Point(-axis.y, axis.x), middle - radius),
    ] {
      func deviation(_ level: NoiseLevel) -> Double {
        (level.alpha * level.alpha * variance + level.sigma * level.sigma).squareRoot()
      }
      let share = (offset * direction).sum() * deviation(end) / deviation(start)
      moved += share * direction
    }
    return moved
  }
}

extension Covariance {
  /// The direction of the largest variance, as the power method finds it.
  fileprivate var axis: Point {
    var direction = Point(1, 0.3)
    for _ in 0..<500 {
      direction = Point(
        xx * direction.x + xy * direction.y, xy * direction.x + yy * direction.y)
      direction /= direction.length
    }
    return direction
  }
}
