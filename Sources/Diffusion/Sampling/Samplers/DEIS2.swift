import Foundation

extension Sampler {
  /// The diffusion exponential integrator of second order (Zhang and Chen 2023), in its form
  /// log-rho: the noise is extrapolated in a straight line in `ln S`, `S = sigma / alpha`, and
  /// integrated over S.
  ///
  /// The first step is Euler's, and so is one that ends at the clean level, where ln S has no end.
  public static let deis2 = Sampler(
    id: "deis-2", title: "DEIS 2",
    summary: "second order, the noise extrapolated in ln sigma",
    isStochastic: false, order: 2, memory: 1
  ) { step in
    guard let before = step.pastWithData.first, !step.next.isClean else {
      return step.estimates.map { $0.renoised(to: step.next) }
    }
    let (here, there) = (step.level.relativeSigma, step.next.relativeSigma)
    let integral = there * (log(there / here) - 1) + here
    let slope = integral / log(here / before.level.relativeSigma)
    return step.linear { i in
      (there - here) * step.estimates[i].noise
        + slope * (step.estimates[i].noise - before.estimates[i].noise)
    }
  }
}

extension SamplingStep {
  /// The points moved by `change` in coordinates where the data keeps its size, x / alpha.
  func linear(change: (Int) -> Point) -> [Point] {
    points.indices.map { next.alpha * (points[$0] / level.alpha + change($0)) }
  }
}
