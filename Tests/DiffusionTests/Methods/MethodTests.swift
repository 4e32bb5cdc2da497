import Foundation
import Testing

@testable import Diffusion

/// What holds of every method.
@Suite struct MethodTests {
  /// An experiment of a method as it is usually set, small enough to run.
  static func experiment(_ method: Method) throws -> Experiment {
    var experiment = Experiment(
      distribution: .named(.eightGaussians), particles: 200)
    experiment.methodSpecification = MethodSpecification(method)
    // Where no sampler fits, none is read.
    experiment.sampler.kind = method.samplers.first { $0 == .ode } ?? method.samplers.first ?? .ode
    if method.refusal(of: .ddpm) != nil, !method.samplers.isEmpty {
      experiment.schedule = ScheduleSpecification(kind: .straightLine)
    }
    return experiment
  }

  @Test(arguments: Method.allCases)
  func itsSettingsSayWhoseTheyAre(method: Method) {
    #expect(MethodSpecification(method).method == method)
  }

  @Test(arguments: Method.allCases)
  func anExperimentOfItIsReadBackFromItsCode(method: Method) throws {
    let experiment = try Self.experiment(method)
    let data = try JSONEncoder().encode(experiment)
    let read = try JSONDecoder().decode(Experiment.self, from: data)
    #expect(read == experiment)
    #expect(read.method == method)
  }

  @Test("Two experiments that differ in their method alone are not equal")
  func methodsAreTold() throws {
    let methods = Method.allCases.map(MethodSpecification.init)
    for (index, one) in methods.enumerated() {
      for other in methods[(index + 1)...] { #expect(one != other) }
    }
  }

  @Test(arguments: Method.allCases)
  func itsExactRunEndsInTheData(method: Method) throws {
    let laboratory = try Laboratory(Self.experiment(method))
    let run = try laboratory.generation(by: nil, count: 2000)
    #expect(run.start.count == 2000)
    let ends = run.run()
    let data = laboratory.data(count: 2000).points
    let meter = SlicedWasserstein(reference: data)
    var stream = Randomness(seed: 91).stream(.reference)
    let floor = meter.distances(to: laboratory.mixture.draw(2000, from: &stream).points).second
    #expect(meter.distances(to: ends).second < 3 * floor)
  }

  @Test(arguments: Method.allCases)
  func itsMarginalsLeadFromTheData(method: Method) throws {
    let laboratory = try Laboratory(Self.experiment(method))
    let clouds = laboratory.process.marginals(at: [0, 0.5, 1], count: 500, in: laboratory)
    #expect(clouds.map(\.count) == [500, 500, 500])
    // At time 0 every point is within reach of a component.
    #expect(ModeCensus.shareWithinThree(of: clouds[0], in: laboratory.mixture) > 0.97)
  }

  @Test(arguments: Method.allCases)
  func itsTrainingLowersTheLossAndItsNetworkIsRun(method: Method) throws {
    let laboratory = try Laboratory(Self.experiment(method))
    // A method that learns nothing has nothing to lower.
    guard var process = laboratory.trainingProcess else { return }
    let first = (0..<20).map { _ in process.step() }
    for _ in 0..<200 { _ = process.step() }
    let last = (0..<20).map { _ in process.step() }
    #expect(last.reduce(0, +) < first.reduce(0, +))
    #expect(process.steps == 240)
    let run = try laboratory.generation(by: process.weights, count: 50)
    let ends = run.run()
    #expect(ends.allSatisfy { $0.isFinite })
  }

  @Test(arguments: Method.allCases)
  func itSaysWhyASamplerDoesNotFit(method: Method) throws {
    #expect(method.samplers.isEmpty == method.unreadKeys.contains("sampler"))
    for sampler in Sampler.allCases {
      guard let reason = method.refusal(of: sampler) else { continue }
      #expect(reason.contains(sampler.id))
      if method.samplers.isEmpty { continue }
      var experiment = try Self.experiment(method)
      experiment.sampler.kind = sampler
      #expect(throws: ExperimentError.self) { try experiment.validate() }
    }
  }

  @Test(arguments: Method.allCases)
  func itNamesItsTimeLine(method: Method) {
    #expect(!method.timeLine.runs.isEmpty)
    #expect(method.timeLine.end(of: .reverse) == "data")
    #expect(method.timeLine.end(of: .forward) == method.timeLine.farEnd)
    #expect(method.usualIterations > 0)
  }
}
