import Diffusion
import Testing

@testable import Interface

@Suite("The gauge at the noise end")
struct PanelsGaugeTests {
  @Test("It measures the signal against the noise of the last level")
  func measuresTheLastLevel() throws {
    let schedule = try Schedule(ScheduleSpecification(timesteps: 50))
    let alphaBar = schedule.levels[49].alphaBar
    let gauge = NoiseGauge(schedule, spread: 1)
    #expect(abs(gauge.share - (1 - alphaBar)) < 1e-12)
    #expect(gauge.verdict == .notYetNoise)
    #expect(gauge.words(.braille)[0] == "not yet noise: ᾱ ends at 0.603")
    #expect(gauge.words(.ascii)[0] == "not yet noise: alpha-bar ends at 0.603")
  }

  @Test("Wide data needs more noise")
  func spreadCounts() throws {
    let schedule = try Schedule(
      ScheduleSpecification(kind: .varianceExploding, sigma: .init(0.01, 50)))
    #expect(NoiseGauge(schedule, spread: 1).verdict == .noise)
    #expect(NoiseGauge(schedule, spread: 4).verdict == .nearlyNoise)
    #expect(NoiseGauge(schedule, spread: 20).verdict == .notYetNoise)
  }

  @Test("A thousand steps are enough where fifty are not")
  func stepsCount() throws {
    let long = try Schedule(ScheduleSpecification(timesteps: 1000))
    #expect(NoiseGauge(long, spread: 1).verdict == .noise)
    let line = try Schedule(ScheduleSpecification(kind: .straightLine, timesteps: 10))
    #expect(NoiseGauge(line, spread: 1).verdict == .noise)
    #expect(NoiseGauge(line, spread: 1).share == 1)
  }

  @Test("What is not noise is said in words and the bar has an open end")
  func warningIsInWords() throws {
    let schedule = try Schedule(ScheduleSpecification(timesteps: 50))
    var surface = Surface(size: Size(columns: 60, rows: 1), glyphs: .ascii)
    NoiseGauge(schedule, spread: 1).draw(on: &surface, in: surface.bounds)
    #expect(surface.plainText == "noise end ====------- not yet noise: alpha-bar ends at 0.603")
  }
}
