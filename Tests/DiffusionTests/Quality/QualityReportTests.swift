import Foundation
import Testing

@testable import Diffusion

@Suite struct QualityReportTests {
  let mixture = Distribution.eightGaussians.mixture()

  @Test func theFloorIsWhatRealDataScoresAgainstRealData() {
    let randomness = Randomness(seed: 11)
    let meter = QualityMeter(mixture: mixture, count: 500, randomness: randomness)
    let reports = (0..<QualityMeter.floorClouds).map { cloud in
      var stream = randomness.stream(.floor, step: cloud)
      return meter.report(on: mixture.draw(500, from: &stream).points, networkCalls: 0)
    }
    let mean = reports.reduce(0) { $0 + $1.slicedW2 } / Double(reports.count)
    #expect(abs(mean - reports[0].floor.distances.second) < 1e-12)
    let within = reports.reduce(0) { $0 + $1.shareWithinThree } / Double(reports.count)
    #expect(abs(within - reports[0].floor.shareWithinThree) < 1e-12)
    #expect(reports[0].modesFound == 8 && reports[0].modesExpected == 8)
    #expect(reports[0].seed == 11 && reports[0].count == 500)
  }

  @Test func theSameSeedGivesTheSameReport() throws {
    let points = [Point](repeating: Point(1.4, 0), count: 40)
    let reports = (0..<2).map { _ in
      QualityMeter(mixture: mixture, count: 200, randomness: Randomness(seed: 3))
        .report(on: points, networkCalls: 50)
    }
    #expect(reports[0] == reports[1])
    let code = try JSONEncoder().encode(reports[0])
    #expect(try JSONDecoder().decode(QualityReport.self, from: code) == reports[0])
  }

  @Test func samplesOfTheWrongShapeScoreFarAboveTheFloor() {
    let meter = QualityMeter(mixture: mixture, count: 500, randomness: Randomness(seed: 5))
    var stream = Randomness(seed: 6).stream(.start)
    let noise = meter.report(on: stream.normalPoints(500), networkCalls: 1)
    #expect(noise.slicedW2 > 2 * noise.floor.distances.second)
    #expect(noise.shareWithinThree < 0.5)
  }

  @Test func theExactDistanceIsMeasuredWhereItIsAskedForAndIsThatOfTheMetric() throws {
    let experiment = Experiment(
      distribution: .named(.twoMoons), model: ModelSpecification(kind: .exact),
      sampler: SamplerSpecification(kind: .ddim, steps: 8), particles: 120)
    var laboratory = try Laboratory(experiment)
    let plain = laboratory.measurement(of: laboratory.exactDenoiser, count: 120).report
    #expect(plain.exactDistance == nil)
    laboratory.measuresExactly = true
    let report = laboratory.measurement(of: laboratory.exactDenoiser, count: 120).report
    let exact = try #require(report.exactDistance)
    #expect(report.slicedW2 == plain.slicedW2)
    // Of the same clouds the other metric knows the same: the sliced distance is never above it.
    let samples = laboratory.reverseProcess(with: laboratory.exactDenoiser)
      .run(from: laboratory.start(count: 120))
    var stream = experiment.randomness.stream(.reference)
    let real = laboratory.mixture.draw(120, from: &stream).points
    let figures = try Metric.exactTransport.measure(
      ComparedClouds(reference: real, generated: samples))
    guard case .number(let w2) = figures["w2"] else {
      Issue.record("there is no W2")
      return
    }
    #expect(abs(exact.w2 / w2 - 1) < 1e-12)
    #expect(report.slicedW2 <= exact.w2)
    #expect(report.floor.distances.second < exact.floor && exact.floor < 2 * exact.w2)
  }
}
