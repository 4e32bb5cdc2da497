import Foundation
import Testing

@testable import Diffusion

@Suite("The adaptive solver of transports")
struct TransportAccuracyTests {
  /// A transport by label between narrow Gaussians in places by chance.
  private func experiment(_ number: Int, priorDeviation: Double? = nil) -> Experiment {
    var stream = Randomness(seed: 11).stream(.data, step: number)
    let labels = ["a", "b", "c", "d"]
    let components = labels.map { label in
      let deviation = 0.05 + 0.15 * stream.uniform()
      return GaussianMixture.Component(
        weight: 0.2 + stream.uniform(), mean: 3 * stream.normalPoint(),
        covariance: Covariance(standardDeviation: deviation), label: label)
    }
    let priors = labels.map { label in
      LabelPrior(
        label: label, mean: 3 * stream.normalPoint(),
        deviation: priorDeviation ?? 0.05 + 0.1 * stream.uniform())
    }
    let isStraight = number.isMultiple(of: 2)
    var experiment = Experiment()
    experiment.distribution = .components(components)
    experiment.schedule = ScheduleSpecification(
      kind: isStraight ? .straightLine : .variancePreserving)
    experiment.sampler = SamplerSpecification(kind: .ode)
    experiment.transport = TransportSpecification(prior: .perLabel(priors))
    return experiment
  }

  /// How far the ends of one step over the whole way are from those of many at a finer tolerance.
  private func deviation(of experiment: Experiment) throws -> Double {
    let laboratory = try Laboratory(experiment)
    let start = try #require(laboratory.transportStart(count: 16))
    let model = try #require(laboratory.exactVelocityField)
    var finer = experiment
    finer.sampler.options.tolerance = 1e-12
    let whole = try #require(
      laboratory.transportProcess(with: model, given: start.conditioning))
    let fine = try #require(
      Laboratory(finer).transportProcess(with: model, given: start.conditioning))
    // Stops that get denser at the data's end, where a wide prior leaves all that happens.
    let stops = (0...40).map { pow(1 - Double($0) / 40, 3) }
    let ends = whole.visiting([1, 0]).run(from: start.points)
    let wanted = fine.visiting(stops).run(from: start.points)
    return zip(ends, wanted).map { ($0 - $1).length }.max() ?? .infinity
  }

  @Test("never leaps over the place where ways part", arguments: 0..<10)
  func narrowWays(number: Int) throws {
    #expect(try deviation(of: experiment(number)) < 1e-6)
  }

  @Test("follows priors far wider than the data", arguments: [1e2, 1e4])
  func widePriors(deviation: Double) throws {
    #expect(try self.deviation(of: experiment(0, priorDeviation: deviation)) < 1e-6)
  }

  @Test("comes to an end where no step can be good enough")
  func hopelessSlopes() {
    let solver = Extrapolation(tolerance: 1e-9) { points, _ in points.map { _ in Point(.nan, 1) } }
    #expect(solver.solution(from: [.zero], at: 0, to: 1).count == 1)
  }

  @Test("the axis and its inverse agree, and its pace is the slope of time")
  func axis() {
    let axis = TransportAxis(data: 0.5, prior: 40)
    for place in stride(from: 0.05, to: 1, by: 0.1) {
      let time = axis.time(at: place)
      #expect(abs(axis.place(atTime: time) - place) < 1e-12)
      let width = 1e-5
      let slope = (axis.time(at: place + width) - axis.time(at: place - width)) / (2 * width)
      #expect(abs(axis.pace(at: place) - slope) < 1e-6 * slope)
    }
    #expect(axis.time(at: 0) == 0 && axis.time(at: 1) == 1)
    #expect(TransportAxis.straight.pace(at: 0.3) == 1)
  }
}
