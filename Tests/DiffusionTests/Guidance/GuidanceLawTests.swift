import Foundation
import Testing

@testable import Diffusion

@Suite struct GuidanceLawTests {
  let mixture = Distribution.eightGaussians.mixture()
  let points = [Point(0.3, -0.7), Point(1.2, 0.4), Point(-2, 5), .zero]
  let levels = [
    NoiseLevel(alpha: 0.8, sigma: 0.6), NoiseLevel(alpha: 0, sigma: 1), .clean,
    NoiseLevel(alpha: 1, sigma: 3),
  ]

  @Test func theWeightsOneAndZeroAreTheTwoModelsThemselves() throws {
    let everything = ExactDenoiser(mixture: mixture)
    let part = try ExactDenoiser(mixture: mixture.conditioned(on: mixture.labels[2]))
    for level in levels {
      for (weight, model) in [(1.0, part), (0.0, everything)] {
        let guided = GuidedDenoiser(strong: part, weak: everything, weight: weight)
        #expect(
          guided.estimates(of: points, at: level) == model.estimates(of: points, at: level))
      }
    }
  }

  @Test func guidedEstimatesStillMakeUpTheirPoint() throws {
    let guided = try GuidanceSpecification(
      label: mixture.labels[0], negative: mixture.labels[3], weight: 4
    ).denoiser(for: mixture)
    for level in levels {
      let estimates = guided.estimates(of: points, at: level)
      #expect(deviation(estimates.map { $0.renoised(to: level) }, points) < 1e-12)
    }
  }

  @Test func outsideItsIntervalGuidanceLeavesTheStrongModelAlone() throws {
    let specification = GuidanceSpecification(
      label: mixture.labels[1], weight: 3, interval: .init(0.5, 2))
    let guided = try specification.denoiser(for: mixture)
    let part = try ExactDenoiser(mixture: mixture.conditioned(on: mixture.labels[1]))
    for (sigma, isGuided) in [(0.4, false), (0.6, true), (1.9, true), (2.1, false)] {
      let level = NoiseLevel(alpha: 1, sigma: sigma)
      let isSame = guided.estimates(of: points, at: level) == part.estimates(of: points, at: level)
      #expect(isSame != isGuided)
    }
  }

  @Test func theGradientOfALabelsProbabilityIsItsFiniteDifference() throws {
    let level = NoiseLevel(alpha: 0.8, sigma: 0.6)
    let posterior = try LabelPosterior(of: mixture.labels[1], in: mixture, at: level)
    for point in points.prefix(2) {
      let step = 1e-5
      let difference = Point(
        posterior.logProbability(at: point + Point(step, 0))
          - posterior.logProbability(at: point - Point(step, 0)),
        posterior.logProbability(at: point + Point(0, step))
          - posterior.logProbability(at: point - Point(0, step)))
      #expect(deviation(posterior.gradient(at: point), difference / (2 * step)) < 1e-7)
      let whole = mixture.diffused(to: level).labelPosterior(at: point)
      #expect(abs(exp(posterior.logProbability(at: point)) - whole[1]) < 1e-12)
    }
  }

  @Test func guidedSamplesOfALabelAreOfThatLabel() throws {
    let schedule = try Schedule(ScheduleSpecification())
    let grid = GridKind.trailing.grid(on: schedule, steps: 20)
    let guided = try GuidanceSpecification(label: mixture.labels[5], weight: 1)
      .denoiser(for: mixture)
    let start = ReverseProcess.start(
      count: 100, schedule: schedule, grid: grid, randomness: Randomness(seed: 4))
    let ends = ReverseProcess(
      denoiser: guided, sampler: .ddim, grid: grid, randomness: Randomness(seed: 4)
    ).run(from: start)
    let clean = mixture.diffused(to: .clean)
    #expect(ends.allSatisfy { clean.labelPosterior(at: $0)[5] > 0.99 })
  }

  @Test func autoguidanceTurnsAwayFromAWeakerModel() throws {
    let level = levels[0]
    let good = ExactDenoiser(mixture: mixture)
    let bad = ExactDenoiser(mixture: Distribution.grid25.mixture())
    let guidance = try Guidance(GuidanceSpecification(weight: 2.5), in: mixture)
    let strong = good.estimates(of: points, at: level)
    let weak = bad.estimates(of: points, at: level)
    let guided = guidance.guiding(good, awayFrom: bad).estimates(of: points, at: level)
    let expected = zip(strong, weak).map { $1.noise + 2.5 * ($0.noise - $1.noise) }
    #expect(deviation(guided.map(\.noise), expected) < 1e-12)
    #expect(guidance.guiding(good).estimates(of: points, at: level) == strong)
  }

  @Test func aModelThatKnowsNoLabelsIsLedToThemByTheClassifier() throws {
    let guidance = try Guidance(
      GuidanceSpecification(label: "north", negative: "east", weight: 3), in: mixture)
    let stranger = ExactDenoiser(mixture: Distribution.grid25.mixture())
    let exact = ExactDenoiser(mixture: mixture)
    let north = try ExactDenoiser(mixture: mixture.conditioned(on: "north"))
    let east = try ExactDenoiser(mixture: mixture.conditioned(on: "east"))
    let level = levels[0]
    let parts = [stranger, exact, north, east].map { $0.estimates(of: points, at: level) }
    let guided = guidance.guiding(stranger).estimates(of: points, at: level)
    for i in points.indices {
      let (own, all, to, from) = (parts[0][i], parts[1][i], parts[2][i], parts[3][i])
      let expected = own.noise + (from.noise - all.noise) + 3 * (to.noise - from.noise)
      #expect(deviation([guided[i].noise], [expected]) < 1e-9)
    }
  }

  @Test func networksAreCountedWhereGuidanceComparesThem() throws {
    let specification = GuidanceSpecification(label: "north", weight: 2, interval: .init(0.5, 2))
    let model = CountingDenoiser(try specification.denoiser(for: mixture))
    for (sigma, calls) in [(0.4, 1), (0.6, 3), (2.1, 4)] {
      _ = model.estimates(of: points, at: NoiseLevel(alpha: 1, sigma: sigma))
      #expect(model.calls == calls)
    }
  }

  @Test func whatCannotGuideIsRefused() {
    #expect(throws: GuidanceError.self) {
      try GuidanceSpecification(label: "nobody").denoiser(for: mixture)
    }
    #expect(throws: GuidanceError.self) {
      try GuidanceSpecification(label: mixture.labels[0], weight: .nan).denoiser(for: mixture)
    }
    #expect(throws: GuidanceError.interval(2, 1)) {
      try GuidanceSpecification(label: mixture.labels[0], interval: .init(2, 1))
        .denoiser(for: mixture)
    }
  }
}
