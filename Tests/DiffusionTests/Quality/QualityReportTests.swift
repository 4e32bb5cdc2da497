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
}
