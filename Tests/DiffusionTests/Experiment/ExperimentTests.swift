import Foundation
import Testing

@testable import Diffusion

@Suite struct ExperimentTests {
  @Test func theStandardExperimentIsTheRingUnderTheLinearSchedule() throws {
    let laboratory = try Laboratory(Experiment())
    #expect(laboratory.mixture == Distribution.eightGaussians.mixture())
    #expect(laboratory.schedule.timesteps == 1000)
    #expect(laboratory.grid.steps == 1000)
  }

  @Test(
    "An experiment survives its code",
    arguments: Distribution.allCases.map { DistributionSpecification.named($0) } + [
      .points([Point(0.1, -3)], labels: nil, source: "one.csv"),
      .components([.init(mean: .zero, covariance: Covariance(standardDeviation: 1), label: "a")]),
    ])
  func code(distribution: DistributionSpecification) throws {
    var experiment = Experiment(title: "Round and round", distribution: distribution, seed: .max)
    experiment.schedule = ScheduleSpecification(
      kind: .custom, timesteps: 77, points: [Point(0, 0.001), Point(1, 0.1)])
    experiment.sampler = SamplerSpecification(
      kind: .ddim, grid: .leading, steps: 11, options: SamplerOptions(eta: 0.3, variance: .large))
    let data = try JSONEncoder().encode(experiment)
    #expect(try JSONDecoder().decode(Experiment.self, from: data) == experiment)
  }

  @Test(
    "What cannot be used is refused with the key it stands under",
    arguments: [
      Mistake("schedule.timesteps", "0") { $0.schedule.timesteps = 0 },
      Mistake("schedule.timesteps", "10001") { $0.schedule.timesteps = 10_001 },
      Mistake("schedule.beta", "nan") { $0.schedule.beta.first = .nan },
      Mistake("schedule.beta", "2.0") { $0.schedule.beta.last = 2 },
      Mistake("sampler.eta", "nan") { $0.sampler.options.eta = .nan },
      Mistake("sampler.eta", "-0.1") { $0.sampler.options.eta = -0.1 },
      Mistake("training.batch", "0") { $0.training.batch = 0 },
      Mistake("training.rate", "inf") { $0.training.rate = .infinity },
      Mistake("particles", "0") { $0.particles = 0 },
      Mistake("particles", "1000000000") { $0.particles = 1_000_000_000 },
    ])
  func refusal(of mistake: Mistake) {
    var experiment = Experiment()
    mistake.make(&experiment)
    expectRefusal(of: experiment, path: mistake.path, naming: mistake.value)
  }

  /// A change that spoils an experiment, and what the message has to name.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let path: String
    let value: String
    let make: @Sendable (inout Experiment) -> Void

    init(_ path: String, _ value: String, make: @escaping @Sendable (inout Experiment) -> Void) {
      self.path = path
      self.value = value
      self.make = make
    }

    var testDescription: String { "\(path) of \(value)" }
  }

  @Test func moreStepsThanTheScheduleHasAreRefused() {
    var experiment = Experiment()
    experiment.schedule.timesteps = 20
    experiment.sampler.steps = 21
    expectRefusal(of: experiment, path: "sampler.steps", naming: "21")
  }

  @Test func badDataIsRefused() {
    let negative = Covariance(xx: -1, xy: 0, yy: 1)
    var experiment = Experiment()
    experiment.distribution = .components([.init(mean: .zero, covariance: negative, label: "a")])
    expectRefusal(of: experiment, path: "distribution", naming: "component 1")
  }

  private func expectRefusal(of experiment: Experiment, path: String, naming value: String) {
    let error = #expect(throws: ExperimentError.self) { try Laboratory(experiment) }
    #expect(error?.path.joined(separator: ".") == path)
    #expect(error?.description.contains(value) == true)
    #expect(error?.description.contains("\n") == false)
  }
}
