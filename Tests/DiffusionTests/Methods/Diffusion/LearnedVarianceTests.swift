import Foundation
import Testing

@testable import Diffusion

@Suite("The learned variance of a step") struct LearnedVarianceTests {
  @Test(
    "On a schedule that preserves the variance it is Nichol and Dhariwal's interpolation",
    arguments: [ScheduleKind.linear, .cosine])
  func interpolation(kind: ScheduleKind) throws {
    let schedule = try Schedule(ScheduleSpecification(kind: kind, timesteps: 50))
    let shares: [Point] = [[0, 1], [0.3, -0.2], [1.4, 0.5]]
    let learned = LearnedVariance(shares: shares, spread: 1)
    for (from, to) in [(1, 2), (10, 11), (3, 30), (40, 49)] {
      let transition = Transition(
        from: schedule.level(afterSteps: from), to: schedule.level(afterSteps: to))
      let (beta, tilde) = (transition.variance, transition.posterior.variance)
      for (share, own) in zip(shares, learned.covariances(over: transition)) {
        #expect(own.xy == 0)
        for (v, variance) in [(share.x, own.xx), (share.y, own.yy)] {
          let paper = exp(v * log(beta) + (1 - v) * log(tilde))
          #expect(abs(variance / paper - 1) < 1e-9)
        }
      }
    }
  }

  @Test("The gradient is that of the divergence of two normals, and rests at the best share")
  func gradient() {
    for (span, spread) in [(0.02, 0.1), (0.7, 0.4), (2.5, 9.0)] {
      func divergence(_ share: Double) -> Double {
        // beta-tilde is 1, and the mean is wrong by the root of the spread.
        let variance = exp(share * span)
        return (1 / variance - 1 + log(variance) + spread / variance) / 2
      }
      for share in [-0.5, 0.2, 1.3] {
        let change = (divergence(share + 1e-5) - divergence(share - 1e-5)) / 2e-5
        let slope = VarianceBatch.slope(
          ofShare: Float(share), spread: Float(spread), span: Float(span))
        #expect(abs(Double(slope) - change) < 1e-5 * (1 + abs(change)))
      }
      let best = log(1 + spread) / span
      let rest = VarianceBatch.slope(ofShare: Float(best), spread: Float(spread), span: Float(span))
      #expect(abs(rest) < 1e-5)
    }
  }

  @Test("The clean point's variance is that whose share is the best of a step of usual length")
  func clean() {
    let level = NoiseLevel(alpha: 0.9, sigma: 0.5)
    let spread = 1.7
    let ratio = pow(level.alpha * spread / level.sigma, 2)
    let kept = [0.05, 0.6]
    let shares = kept.map { kept -> Double in
      let gain = ratio * (exp(2) - 1)
      return log(1 + gain * kept) / log((1 + ratio * exp(2)) / (1 + ratio))
    }
    let own = LearnedVariance(shares: [[shares[0], shares[1]], [1, -8]], spread: spread)
      .cleanCovariances(at: level)
    #expect(abs(own[0].xx - spread * spread * kept[0]) < 1e-9)
    #expect(abs(own[0].yy - spread * spread * kept[1]) < 1e-9)
    // Of a Gaussian of the data's spread, and never less than a trace of that.
    #expect(abs(own[1].xx - spread * spread / (1 + ratio)) < 1e-9)
    #expect(own[1].yy > 0 && own[1].xy == 0)
  }

  @Test("A step of the sampler has it, through wrappers and guidance too")
  func sampled() {
    let (level, next) = (NoiseLevel(alpha: 0.6, sigma: 0.8), NoiseLevel(alpha: 0.8, sigma: 0.6))
    let transition = Transition(from: next, to: level)
    let (beta, tilde) = (transition.variance, transition.posterior.variance)
    let told = Told(share: [0.25, 1])
    let wrapped: [any Denoiser] = [
      told, CountingDenoiser(told),
      GuidedDenoiser(strong: told, weak: Told(share: [7, 7]), weight: 2),
      ClassifierGuidedDenoiser(
        model: told, classifier: ExactPosterior(mixture: PlaneIntegral.lopsided), leads: []),
    ]
    let points = (0..<3000).map { Point(Double($0) / 1000, 0.5) }
    for model in wrapped {
      func step(_ noise: Point) -> [Point] {
        let process = ReverseProcess(
          denoiser: model, sampler: .ddpm, options: SamplerOptions(variance: .learned),
          grid: TimeGrid(stops: [level, next].map { TimeGrid.Stop(level: $0, steps: 1) })
        ) { _, count in [Point](repeating: noise, count: count) }
        return process.advance(SamplingState(points), step: 0).points
      }
      for (still, moved) in zip(step(.zero), step([1, -1])) {
        let off = moved - still
        #expect(abs(off.x - exp((0.25 * log(beta) + 0.75 * log(tilde)) / 2)) < 1e-9)
        #expect(abs(off.y + beta.squareRoot()) < 1e-9)
      }
    }
  }

  /// The diagonal of the exact covariance is what a model without one of its own has.
  @Test("A model that has learned none takes the best there is of this form")
  func exact() {
    let (level, next) = (NoiseLevel(alpha: 0.6, sigma: 0.8), NoiseLevel(alpha: 0.8, sigma: 0.6))
    let mixture = PlaneIntegral.lopsided
    let point: Point = [0.3, -0.2]
    func moved(_ noise: Point) -> Point {
      let process = ReverseProcess(
        denoiser: ExactDenoiser(mixture: mixture), sampler: .ddpm,
        options: SamplerOptions(variance: .learned),
        grid: TimeGrid(stops: [level, next].map { TimeGrid.Stop(level: $0, steps: 1) }),
        posterior: PlaneIntegral.lopsidedPosterior
      ) { _, count in [Point](repeating: noise, count: count) }
      return process.advance(SamplingState([point]), step: 0).points[0]
    }
    let earlier = mixture.posterior(of: point, at: level, earlier: next)
    let off = moved([1, 1]) - moved(.zero)
    #expect(abs(off.x * off.x - (earlier?.covariance.xx ?? 0)) < 1e-5)
    #expect(abs(off.y * off.y - (earlier?.covariance.yy ?? 0)) < 1e-5)
  }
}

/// A model that says one share for every point.
private struct Told: Denoiser {
  let share: Point

  func estimate(_ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]) {
    for index in estimates.indices {
      estimates[index] = Estimate(clean: points[index], noise: .zero)
    }
  }

  func answer(
    of points: [Point], at level: NoiseLevel
  ) -> (estimates: [Estimate], variance: LearnedVariance?) {
    let shares = [Point](repeating: share, count: points.count)
    return (estimates(of: points, at: level), LearnedVariance(shares: shares, spread: 1))
  }
}
