import Diffusion
import Foundation
import Testing

@testable import Interface

@Suite("The figures that lessons speak of")
struct LessonFigureTests {
  private static func value(_ text: String, in state: AppState) throws -> Double {
    let reading = try FigureReading(text)
    return try #require(FigureReading.measured([reading], in: state)[reading])
  }

  @Test("names are unique, and every figure says what it is")
  func list() {
    #expect(Set(LessonFigure.all.map(\.id)).count == LessonFigure.all.count)
    #expect(LessonFigure.all.allSatisfy { $0.summary.count > 5 })
  }

  @Test("of one normal distribution they are its closed forms, on an asymmetric case")
  func closedForms() throws {
    var experiment = Experiment.small
    let covariance = Covariance(xx: 0.5, xy: 0.2, yy: 0.3)
    experiment.distribution = .components([
      GaussianMixture.Component(
        mean: Point(0.4, -0.7), covariance: covariance, label: "a")
    ])
    var player = try Player(experiment)
    player.perform(.time(.togglePlay), .time(.seek(step: 12)))
    player.arrive()
    let level = try Schedule(experiment.schedule).levels[11]
    let noisy = covariance.scaled(by: level.alphaBar, plusVariance: level.sigma * level.sigma)
    let determinant = noisy.xx * noisy.yy - noisy.xy * noisy.xy
    let offset = Point(1 - level.alpha * 0.4, 0.5 + level.alpha * 0.7)
    let scoreX = -(noisy.yy * offset.x - noisy.xy * offset.y) / determinant
    let scoreY = -(noisy.xx * offset.y - noisy.xy * offset.x) / determinant
    let state = player.state
    let expected = [
      "alpha-bar": level.alphaBar, "alpha-bar 12": level.alphaBar,
      "snr": level.alphaBar / (level.sigma * level.sigma),
      "score-x 1 0.5": scoreX, "score-y 1 0.5": scoreY,
      "score-length 1 0.5": (scoreX * scoreX + scoreY * scoreY).squareRoot(),
      "clean-x 1 0.5": (1 + level.sigma * level.sigma * scoreX) / level.alpha,
      "noise-y 1 0.5": -level.sigma * scoreY,
      "entropy": 1 + log(2 * .pi) + log(determinant) / 2,
      "exact-spread": ((noisy.xx + noisy.yy) / 2).squareRoot(),
      "label-probability a 1 0.5": 1, "components": 1, "step": 12,
      "time": 0.3,
    ]
    for (text, number) in expected {
      let value = try Self.value(text, in: state)
      #expect(abs(value - number) < 1e-9, "\(text)")
    }
    let density = try Self.value("density 1 0.5", in: state)
    let logDensity = try Self.value("log-density 1 0.5", in: state)
    #expect(abs(log(density) - logDensity) < 1e-9)
  }

  @Test("a mixture of many drops has the entropy of one drop and of the choice among them")
  func entropyOfDrops() throws {
    var experiment = Experiment.small
    experiment.distribution = .components(
      (0..<4).map { index in
        GaussianMixture.Component(
          weight: 1, mean: Point(Double(index) * 10, 0),
          covariance: Covariance(xx: 0.01, xy: 0, yy: 0.01), label: "\(index)")
      })
    let state = try Player(experiment).state
    let expected = log(4) + 1 + log(2 * .pi) + log(0.01)
    let found = try Self.value("data-entropy", in: state)
    #expect(abs(found - expected) < 1e-6)
    let noise = try Self.value("noise-entropy", in: state)
    #expect(abs(noise - (1 + log(2 * .pi))) < 1e-12)
  }

  @Test("the other side of a comparison is asked by a word in front")
  func otherSide() throws {
    var player = try Player()
    let alone = try FigureReading("other steps")
    #expect(FigureReading.measured([alone], in: player.state)[alone] == nil)
    try player.command("compare steps 5 7")
    #expect(try Self.value("steps", in: player.state) == 5)
    #expect(try Self.value("other steps", in: player.state) == 7)
  }

  @Test("conditions compare numbers, figures, differences and quotients")
  func conditions() throws {
    let state = try Player().state
    for (text, isSo) in [
      ("timesteps > 39", true), ("timesteps < 40", false), ("41 > timesteps", true),
      ("timesteps - timesteps < 1", true), ("timesteps / timesteps > 1", false),
      ("alpha-bar 40 < alpha-bar 1", true), ("last-alpha-bar - alpha-bar 40 < 1e-12", true),
    ] {
      let condition = try LessonCondition(text)
      let measured = FigureReading.measured(condition.readings, in: state)
      #expect(condition.holds(measured) == isSo, "\(text)")
    }
    #expect(try LessonCondition("loss < 1").holds([:]) == nil)
    #expect(throws: UnknownName.self) { try LessonCondition("lost < 1") }
    #expect(throws: CommandError.self) { try LessonCondition("1 < 2 < 3") }
  }
}
