import Testing

@testable import Diffusion

@Suite struct LaboratoryTests {
  let laboratory: Laboratory

  init() throws {
    var experiment = Experiment(seed: 21)
    experiment.schedule.timesteps = 30
    laboratory = try Laboratory(experiment)
  }

  @Test func theSameExperimentGivesTheSameRunOnScreenAndHeadless() throws {
    let other = try Laboratory(laboratory.experiment)
    var trajectory = laboratory.reverseTrajectory(with: laboratory.exactDenoiser, count: 50)
    trajectory.extend(by: 12)
    trajectory.truncate(after: 7)
    trajectory.extend(by: 30)
    let process = other.reverseProcess(with: other.exactDenoiser)
    #expect(trajectory.isComplete)
    #expect(trajectory.points(at: 30) == process.run(from: other.start(count: 50)))
  }

  @Test(
    "The forward run begins with data and ends at the last level",
    arguments: ForwardProcess.allCases)
  func forward(way: ForwardProcess) {
    var trajectory = laboratory.forwardTrajectory(way, count: 40)
    #expect(trajectory.points(at: 0) == laboratory.data(count: 40).points)
    trajectory.extend(by: 100)
    #expect(trajectory.reach == 30)
  }

  @Test func moreParticlesKeepTheOnesThatWereThere() {
    #expect(
      laboratory.data(count: 10).points == Array(laboratory.data(count: 25).points.prefix(10)))
    #expect(laboratory.start(count: 10) == Array(laboratory.start(count: 25).prefix(10)))
  }

  @Test func whereVarianceExplodesTheStartIsAsWideAsTheLastLevel() throws {
    var experiment = laboratory.experiment
    experiment.schedule.kind = .varianceExploding
    let exploding = try Laboratory(experiment).start(count: 5)
    let preserving = laboratory.start(count: 5)
    #expect(deviation(exploding, preserving.map { 80 * $0 }) < 1e-12)
  }

  @Test func aMeasurementOfTheExactModelFindsNoScoreError() {
    let measurement = laboratory.measurement(of: laboratory.exactDenoiser, count: 300)
    #expect(measurement.scoreErrors.allSatisfy { $0.absolute == 0 })
    #expect(measurement.report.count == 300)
    #expect(measurement.steps == 30)
  }

  @Test func aLongRunIsMeasuredInItsOwnStepsAndSlicesMakeNoDifference() throws {
    var experiment = laboratory.experiment
    experiment.schedule.timesteps = 200
    experiment.sampler.steps = nil
    let long = try Laboratory(experiment)
    let count = 2000
    var run = long.qualityRun(of: long.exactDenoiser, count: count)
    var progress = [run.progress]
    while run.measurement == nil {
      run.advance()
      progress.append(run.progress)
    }
    #expect(progress.count > 3 && zip(progress, progress.dropFirst()).allSatisfy { $0 < $1 })
    let measurement = try #require(run.measurement)
    #expect(measurement.steps == 200 && measurement.sampler == experiment.sampler.kind)
    #expect(measurement.report.networkCalls == 200)
    // The figures that `evaluate` has of the same samples, to the last bit.
    let whole = long.reverseProcess(with: long.exactDenoiser).run(from: long.start(count: count))
    let figures = try EvaluationMetric(Metric.sliced)
      .figures(of: SampleSet(of: whole, from: nil, in: long))
    let evaluated = try #require(figures.first { $0.name == "sliced_w2" })
    #expect(measurement.report.slicedW2 == evaluated.value)
    #expect(abs(measurement.report.floor.distances.second - (evaluated.floor ?? 0)) < 1e-15)
  }
}
