import Foundation
import Testing

@testable import Diffusion

@Suite("The variational bound") struct BoundTests {
  private static let variances = SamplerOptions.Variance.allCases

  private func bound(
    _ mixture: GaussianMixture, _ variance: SamplerOptions.Variance, timesteps: Int,
    kind: ScheduleKind = .linear, model: (any Denoiser)? = nil, count: Int = 400
  ) throws -> VariationalBound {
    let schedule = try Schedule(ScheduleSpecification(kind: kind, timesteps: timesteps))
    let end = schedule.level(afterSteps: timesteps).sigma
    let subject = VariationalBound.Subject(
      of: mixture == PlaneIntegral.lopsided
        ? PlaneIntegral.lopsidedPosterior : DataPosterior(of: mixture), model: model,
      variance: variance, along: schedule,
      startVariance: schedule.geometry == .varianceExploding ? end * end : 1)
    return try VariationalBound(of: subject, count: count, randomness: Randomness(seed: 5))
  }

  /// One Gaussian with the axes of the plane, so that both coordinates are worked out apart.
  private static let deviations = [0.9, 0.3]

  private func gaussian() throws -> GaussianMixture {
    let variances = Self.deviations.map { $0 * $0 }
    return try GaussianMixture(components: [
      .init(
        mean: [0.4, -0.7], covariance: Covariance(xx: variances[0], xy: 0, yy: variances[1]),
        label: "a")
    ])
  }

  /// The bound of one Gaussian, a coordinate at a time, as the expectation of the log density of the
  /// chain's steps less that of the forward ones.
  private func closedForm(
    _ variance: SamplerOptions.Variance, _ schedule: Schedule
  ) -> (prior: Double, terms: [Double], reconstruction: Double) {
    let means = [0.4, -0.7]
    var (prior, terms, reconstruction) = (0.0, [Double](), 0.0)
    let last = schedule.levels[schedule.timesteps - 1]
    for (mean, deviation) in zip(means, Self.deviations) {
      let square = mean * mean + deviation * deviation
      let noise = last.sigma * last.sigma
      prior += 0.5 * (noise + last.alphaBar * square - 1 - log(noise))
    }
    func left(_ deviation: Double, _ level: NoiseLevel) -> Double {
      let signal = level.alphaBar * deviation * deviation
      return deviation * deviation * level.sigma * level.sigma
        / (signal + level.sigma * level.sigma)
    }
    for t in 0..<schedule.timesteps {
      let level = schedule.levels[t]
      let kept = Self.deviations.map { left($0, level) }
      let mean = (kept[0] + kept[1]) / 2
      if t == 0 {
        let wide: (Int) -> Double = { axis in
          switch variance {
          case .small, .large: level.sigma * level.sigma
          case .optimal: mean
          case .full, .learned: kept[axis]
          }
        }
        reconstruction = [0, 1].reduce(0) {
          $0 + 0.5 * (log(2 * Double.pi * wide($1)) + kept[$1] / wide($1))
        }
        continue
      }
      let before = schedule.levels[t - 1]
      let beta = 1 - level.alphaBar / before.alphaBar
      let tilde = beta * before.sigma * before.sigma / (level.sigma * level.sigma)
      let share = before.alpha * beta / (level.sigma * level.sigma)
      let term = [0, 1].reduce(0) { sum, axis in
        let chosen =
          switch variance {
          case .small: tilde
          case .large: beta
          case .optimal: tilde + share * share * mean
          case .full, .learned: tilde + share * share * kept[axis]
          }
        let missed = share * share * kept[axis]
        return sum + 0.5 * (log(chosen / tilde) - 1 + (tilde + missed) / chosen)
      }
      terms.append(term)
    }
    return (prior, terms, reconstruction)
  }

  @Test("Of one Gaussian it is the closed form, term by term", arguments: variances, [2, 10, 300])
  func closed(variance: SamplerOptions.Variance, timesteps: Int) throws {
    let schedule = try Schedule(ScheduleSpecification(timesteps: timesteps))
    let exact = closedForm(variance, schedule)
    let own = try bound(gaussian(), variance, timesteps: timesteps)
    #expect(own.terms.count == timesteps - 1 && own.count == 0)
    #expect(abs(own.prior.value - exact.prior) < 1e-9)
    #expect(abs(own.reconstruction.value - exact.reconstruction) < 1e-9)
    for (term, other) in zip(own.terms, exact.terms) { #expect(abs(term.value - other) < 1e-9) }
    #expect(own.total.error == 0)
  }

  @Test(
    "It is never below the entropy of the data, and steps cost least with the best variance",
    arguments: [ScheduleKind.cosine, .straightLine, .varianceExploding], [2, 9])
  func above(kind: ScheduleKind, timesteps: Int) throws {
    let mixture = PlaneIntegral.lopsided
    var stream = RandomStream(seed: 1)
    let entropy = mixture.entropy(drawing: 1, from: &stream).value
    let totals = try Self.variances.map {
      try bound(mixture, $0, timesteps: timesteps, kind: kind).total
    }
    for total in totals { #expect(total.value > entropy) }
    let (small, large, optimal, full) = (totals[0], totals[1], totals[2], totals[3])
    // The best that can be learned lies between: each point has its own, but no correlation.
    let learned = totals[4]
    #expect(totals.dropLast().allSatisfy { $0.error == 0 } && learned.error > 0)
    #expect(full.value <= learned.value + 5 * learned.error)
    #expect(learned.value <= optimal.value + 5 * learned.error)
    #expect(full.value <= optimal.value + 1e-9)
    #expect(optimal.value <= min(small.value, large.value) + 1e-9)
  }

  @Test("With the step's own variance or the best ones the gap falls with T")
  func falls() throws {
    let mixture = PlaneIntegral.lopsided
    var stream = RandomStream(seed: 1)
    let entropy = mixture.entropy(drawing: 1, from: &stream).value
    for (variance, most) in [(SamplerOptions.Variance.large, 0.05), (.optimal, 0.01)] {
      let gaps = try [300, 3000].map {
        try bound(mixture, variance, timesteps: $0, kind: .cosine).total.value - entropy
      }
      #expect(gaps[1] < 0.2 * gaps[0] && gaps[1] < most, "\(variance) \(gaps)")
    }
  }

  @Test(
    "With beta-tilde it stays above half a nat, whose larger part the last steps cost",
    arguments: [10, 100, 1000, 10_000])
  func small(timesteps: Int) throws {
    let mixture = try GaussianMixture(components: [
      .init(mean: .zero, covariance: Covariance(standardDeviation: 1), label: "a")
    ])
    let entropy = 1 + log(2 * Double.pi)
    let own = try bound(mixture, .small, timesteps: timesteps)
    #expect(own.total.value - own.prior.value - entropy > 0.5)
    let best = try bound(mixture, .optimal, timesteps: timesteps)
    let costs = zip(own.terms, best.terms).prefix(5).map { $0.value - $1.value }
    #expect(costs.reduce(0, +) > 0.45)
    if timesteps == 10_000 {
      // Euler's constant, in the limit of equal first betas.
      #expect(abs(costs[0] - (1 - log(2))) < 0.01)
      #expect(abs(own.total.value - entropy - 0.5772) < 0.07)
    }
  }

  @Test(
    "A model that is asked, at points that are drawn, agrees with the integrals",
    arguments: variances)
  func drawn(variance: SamplerOptions.Variance) throws {
    let mixture = PlaneIntegral.lopsided
    let exact = try bound(mixture, variance, timesteps: 15, kind: .cosine)
    let drawn = try bound(
      mixture, variance, timesteps: 15, kind: .cosine, model: ExactDenoiser(mixture: mixture))
    #expect(drawn.count == 400)
    let off = abs(drawn.total.value - exact.total.value)
    #expect(off <= 5 * drawn.total.error + 1e-9, "\(off) \(drawn.total.error)")
  }

  @Test("What a model is wrong about adds to the bound: here twice the square of a shift")
  func wrong() throws {
    let mixture = PlaneIntegral.lopsided
    let model = ShiftedDenoiser(mixture: mixture, shift: [0.03, -0.04])
    let exact = try bound(mixture, .large, timesteps: 20, kind: .cosine)
    let shifted = try bound(mixture, .large, timesteps: 20, kind: .cosine, model: model)
    let schedule = try Schedule(ScheduleSpecification(kind: .cosine, timesteps: 20))
    for (index, (one, other)) in zip(exact.terms, shifted.terms).enumerated() {
      let step = schedule.transition(atIndex: index + 1)
      let share = step.posterior.clean * step.posterior.clean / (2 * step.variance)
      #expect(abs(other.value - one.value - share * 0.0025) < 1e-9)
    }
  }
}

/// The exact model with all clean points moved.
private struct ShiftedDenoiser: Denoiser {
  let mixture: GaussianMixture
  let shift: Point

  func estimate(_ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]) {
    mixture.diffused(to: level).estimate(points, into: &estimates)
    for index in estimates.indices { estimates[index].clean += shift }
  }
}
