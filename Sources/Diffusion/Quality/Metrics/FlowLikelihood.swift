import Foundation

/// The log density of data under a model, by the change of variables along its probability-flow ODE
/// (Chen et al. 2018; Song et al. 2021, section 4.3): that of the prior at the other end, plus the
/// integral of the divergence on the way.
///
/// Works in the coordinates of the straight line, `y = x / (alpha + sigma)` over
/// `time = sigma / (alpha + sigma)`, as the exact solver does, whatever the schedule.
public struct FlowLikelihood {
  /// The divergence of `noise − clean` at points of the level (1 − time, time).
  private let divergence: (_ points: [Point], _ time: Double) -> [Double]
  private let denoiser: any Denoiser
  private let tolerance: Double

  /// The likelihood of the exact model, divergences in closed form.
  public init(exact mixture: GaussianMixture, tolerance: Double = 1e-9) {
    denoiser = ExactDenoiser(mixture: mixture)
    self.tolerance = tolerance
    divergence = { points, time in
      // Where only noise is left noise − clean is the point less the data's mean.
      if time == 1 { return points.map { _ in 2 } }
      // noise − clean = −(y + time · score) / (1 − time)
      let diffused = mixture.diffused(to: NoiseLevel(alpha: 1 - time, sigma: time))
      return points.map { -(2 + time * diffused.laplacian(at: $0)) / (1 - time) }
    }
  }

  /// The likelihood of any model, divergences by differences of fourth order.
  ///
  /// - Parameters:
  ///   - spread: the size of the data, a hundredth of which the differences reach.
  ///   - tolerance: coarser than a network's own rounding, which the divergence magnifies.
  public init(of model: any Denoiser, spread: Double, tolerance: Double = 1e-3) {
    denoiser = model
    self.tolerance = tolerance
    divergence = { points, time in
      let level = NoiseLevel(alpha: 1 - time, sigma: time)
      let size = NoiseLevel(alpha: (1 - time) * spread, sigma: time).scale
      return Self.divergence(of: model, at: points, level: level, reach: 0.01 * size)
    }
  }

  /// The divergence of `noise − clean`: `f' ≈ (8 (f(h) − f(−h)) − (f(2h) − f(−2h))) / 12h` along
  /// either axis.
  private static func divergence(
    of model: any Denoiser, at points: [Point], level: NoiseLevel, reach: Double
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: points.count)
    for (axis, direction) in [Point(1, 0), Point(0, 1)].enumerated() {
      for (steps, weight) in [(1.0, 8.0), (-1, -8), (2, -1), (-2, 1)] {
        let places = points.map { $0 + steps * reach * direction }
        for (i, estimate) in model.estimates(of: places, at: level).enumerated() {
          sums[i] += weight * (estimate.noise - estimate.clean)[axis]
        }
      }
    }
    return sums.map { $0 / (12 * reach) }
  }

  /// The end points of data at a level, and the log densities if the points there have these.
  ///
  /// - Parameters:
  ///   - level: the noisy end; holds data.
  ///   - logPrior: the log density at the noisy end, in the level's own coordinates.
  public func logDensities(
    of data: [Point], from level: NoiseLevel, logPrior: (Point) -> Double
  ) -> (ends: [Point], values: [Double]) {
    let count = data.count
    let solver = Extrapolation(tolerance: tolerance, isRounded: denoiser.isRounded) { state, time in
      let points = Array(state[..<count])
      let estimates = denoiser.estimates(of: points, at: NoiseLevel(alpha: 1 - time, sigma: time))
      return estimates.map { $0.noise - $0.clean }
        + divergence(points, time).map { Point($0, 0) }
    }
    let size = level.alpha + level.sigma
    let start = data + [Point](repeating: .zero, count: count)
    let end = solver.solution(from: start, at: 0, to: level.sigma / size)
    let ends = end[..<count].map { size * $0 }
    let values = zip(ends, end[count...]).map { point, change in
      logPrior(point) + 2 * log(size) + change.x
    }
    return (ends, values)
  }

  /// The logarithm of a Gaussian prior's density, as a start scale means it.
  public static func logPrior(
    deviation: Double
  ) -> (Point) -> Double {
    { point in
      -0.5 * point.squaredLength / (deviation * deviation) - log(2 * Double.pi)
        - 2 * log(deviation)
    }
  }
}
