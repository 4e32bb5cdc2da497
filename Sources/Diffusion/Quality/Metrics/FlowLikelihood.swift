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
      // noise − clean = −(y + time · score) / (1 − time)
      let diffused = mixture.diffused(to: NoiseLevel(alpha: 1 - time, sigma: time))
      return points.map { -(2 + time * diffused.laplacian(at: $0)) / (1 - time) }
    }
  }

  /// The end points of data at a level, and the log densities if the points there have these.
  ///
  /// - Parameters:
  ///   - level: the noisy end; holds data.
  ///   - logPrior: the log density at the noisy end, in the level's own coordinates.
  public func logDensities(
    of data: [Point], from level: NoiseLevel, logPrior: (Point) -> Double
  ) -> (ends: [Point], values: [Double]) {
    precondition(level.alpha > 0, "a level without data cannot be reached from data")
    let count = data.count
    let solver = Extrapolation(tolerance: tolerance) { state, time in
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
