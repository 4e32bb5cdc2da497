import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The gauge at the noise end")
struct PanelsGaugeTests {
  private func gauge(
    _ schedule: Schedule, mean: Point = .zero, spread: Double
  ) -> NoiseGauge {
    NoiseGauge(end(schedule, mean: mean, spread: spread), on: schedule)
  }

  private func end(_ schedule: Schedule, mean: Point = .zero, spread: Double) -> NoiseEnd {
    NoiseEnd(
      level: schedule.level(afterSteps: schedule.timesteps), of: .round(mean, spread))
  }

  @Test("It measures the signal against the noise of the last level")
  func measuresTheLastLevel() throws {
    let schedule = try Schedule(ScheduleSpecification(timesteps: 50))
    let alphaBar = schedule.levels[49].alphaBar
    let gauge = self.gauge(schedule, spread: 1)
    #expect(abs(end(schedule, spread: 1).share - (1 - alphaBar)) < 1e-12)
    #expect(gauge.verdict == .notYetNoise)
    #expect(gauge.words(.braille)[0] == "not yet noise: ᾱ ends at 0.603")
    #expect(gauge.words(.ascii)[0] == "not yet noise: alpha-bar ends at 0.603")
  }

  @Test("Wide data needs more noise")
  func spreadCounts() throws {
    let schedule = try Schedule(
      ScheduleSpecification(kind: .varianceExploding, sigma: .init(0.01, 50)))
    #expect(gauge(schedule, spread: 1).verdict == .noise)
    #expect(gauge(schedule, spread: 4).verdict == .nearlyNoise)
    #expect(gauge(schedule, spread: 20).verdict == .notYetNoise)
  }

  @Test("A thousand steps are enough where fifty are not")
  func stepsCount() throws {
    let long = try Schedule(ScheduleSpecification(timesteps: 1000))
    #expect(gauge(long, spread: 1).verdict == .noise)
    let line = try Schedule(ScheduleSpecification(kind: .straightLine, timesteps: 10))
    #expect(gauge(line, spread: 1).verdict == .noise)
    #expect(end(line, spread: 1).share == 1)
  }

  @Test("What is not noise is said in words and the bar has an open end")
  func warningIsInWords() throws {
    let schedule = try Schedule(ScheduleSpecification(timesteps: 50))
    var surface = Surface(size: Size(columns: 60, rows: 1), glyphs: .ascii)
    gauge(schedule, spread: 1).draw(on: &surface, in: surface.bounds)
    #expect(surface.plainText == "noise end ====------- not yet noise: alpha-bar ends at 0.603")
  }

  @Test("Data away from the origin is not noise where its spread alone would be")
  func meanCounts() throws {
    let schedule = try Schedule(ScheduleSpecification(timesteps: 1000))
    #expect(gauge(schedule, spread: 0.5).verdict == .noise)
    let far = gauge(schedule, mean: Point(100, 0), spread: 0.5)
    #expect(far.verdict == .notYetNoise)
    #expect(far.words(.ascii)[0] == "not yet noise: alpha-bar 0.00004, data:noise 0.202")
  }
}

extension GaussianMixture {
  /// One round Gaussian.
  fileprivate static func round(_ mean: Point, _ deviation: Double) -> GaussianMixture {
    let component = Component(
      mean: mean, covariance: Covariance(standardDeviation: deviation), label: "a")
    guard let mixture = try? GaussianMixture(components: [component]) else {
      preconditionFailure("a round Gaussian is a mixture")
    }
    return mixture
  }
}
