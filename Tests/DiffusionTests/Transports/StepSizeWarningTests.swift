import Foundation
import Testing

@testable import Diffusion

/// Steps of the SDE that are too long, held against what such steps do to points.
@Suite struct StepSizeWarningTests {
  /// One narrow class, broader one way than the other, and a round prior.
  private static func laboratory(
    steps: Int, diffusion: Double, sampler: Sampler = .eulerMaruyama, timesteps: Int = 1000
  ) throws -> Laboratory {
    // Variances 0.02 along (1, 2), 0.1 across it.
    let covariance = Covariance(xx: 0.084, xy: -0.032, yy: 0.036)
    return try Laboratory(
      Experiment(
        distribution: .components([.init(mean: Point(1, 2), covariance: covariance, label: "a")]),
        schedule: ScheduleSpecification(kind: .straightLine, timesteps: timesteps),
        sampler: SamplerSpecification(kind: sampler, grid: .uniform, steps: steps),
        method: TransportSpecification(
          prior: .perLabel([LabelPrior(label: "a", mean: .zero, deviation: 0.5)]),
          diffusion: diffusion)))
  }

  /// The longest pull of a run: what its steps, without noise, take from a deviation along the
  /// narrow way that steps without diffusion leave it.
  private static func greatestPull(of laboratory: Laboratory) throws -> Double {
    let transport = try #require(laboratory.transport)
    let model = try #require(laboratory.exactVelocityField)
    let tube = TransportTube(label: 0, transport: transport)
    let times = laboratory.transportTimes
    let along = Point(1, 2) / 5.0.squareRoot()
    return zip(times, times.dropFirst()).dropLast().map { time, next in
      let section = tube.section(at: time)
      func end(_ diffusion: Double) -> Point {
        TransportProcess(
          model: model, solver: .stochastic, times: [time, next], diffusion: diffusion
        ) { _, count in [Point](repeating: .zero, count: count) }
        .run(from: [section.centre + 0.01 * along])[0]
      }
      let diffusion = laboratory.experiment.transport?.diffusion ?? 0
      return ((end(0) - end(diffusion)) * along).sum() / 0.01
    }.max() ?? 0
  }

  @Test("The growth is that of a deviation", arguments: [(10, 2.0), (20, 3.0), (40, 3.0)])
  func growth(steps: Int, diffusion: Double) throws {
    let laboratory = try Self.laboratory(steps: steps, diffusion: diffusion)
    let stepSizeWarning = try #require(laboratory.stepSizeWarning)
    #expect(abs(stepSizeWarning.growth + 1 - (try Self.greatestPull(of: laboratory))) < 1e-6)
  }

  @Test("What is said to be right keeps the greatest pull at 1")
  func remedies() throws {
    let stepSizeWarning = try #require(Self.laboratory(steps: 20, diffusion: 3.1).stepSizeWarning)
    let steps = try #require(stepSizeWarning.calmSteps)
    let calmer = try Self.laboratory(steps: steps, diffusion: 3.1)
    let weaker = try Self.laboratory(steps: 20, diffusion: stepSizeWarning.calmDiffusion)
    #expect(calmer.stepSizeWarning == nil && weaker.stepSizeWarning == nil)
    #expect(abs(try Self.greatestPull(of: weaker) - 1) < 1e-6)
    #expect(try Self.greatestPull(of: calmer) <= 1 + 1e-6)
    #expect(try Self.greatestPull(of: Self.laboratory(steps: steps - 1, diffusion: 3.1)) > 1)
    #expect(stepSizeWarning.description.contains("take \(steps) steps, or a diffusion of at most"))
  }

  @Test("Runs whose steps overshoot run away, runs with enough steps do not")
  func runs() throws {
    func spread(_ steps: Int) throws -> Double {
      let laboratory = try Self.laboratory(steps: steps, diffusion: 6)
      let start = try #require(laboratory.transportStart(count: 200))
      let model = try #require(laboratory.exactVelocityField)
      let process = try #require(
        laboratory.transportProcess(with: model, given: start.conditioning))
      let ends = process.run(from: start.points)
      return (ends.reduce(0) { $0 + ($1 - Point(1, 2)).squaredLength } / 200).squareRoot()
    }
    let stepSizeWarning = try #require(Self.laboratory(steps: 20, diffusion: 6).stepSizeWarning)
    #expect(try spread(20) > 100)
    let steps = try #require(stepSizeWarning.calmSteps)
    #expect(try spread(steps) < 2 * 0.12.squareRoot())
  }

  @Test func whatNeedsNoWarningGetsNone() throws {
    #expect(
      try Self.laboratory(steps: 10, diffusion: 2, sampler: .flowEuler).stepSizeWarning == nil)
    #expect(try Self.laboratory(steps: 10, diffusion: 0).stepSizeWarning == nil)
    // The step to the data has no noise: one step alone cannot overshoot.
    #expect(try Self.laboratory(steps: 1, diffusion: 100).stepSizeWarning == nil)
  }

  @Test func moreStepsThanThereAreNeedATimestepEach() throws {
    let stepSizeWarning = try #require(
      Self.laboratory(steps: 20, diffusion: 3, timesteps: 20).stepSizeWarning)
    #expect(stepSizeWarning.remedy.contains("steps and as many timesteps, or a diffusion"))
    let hopeless = try #require(Self.laboratory(steps: 20, diffusion: 100).stepSizeWarning)
    #expect(hopeless.calmSteps == nil && hopeless.remedy.hasPrefix("take a diffusion of at most"))
  }
}
