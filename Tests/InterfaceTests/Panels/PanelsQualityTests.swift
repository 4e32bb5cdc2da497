import Testing
import TextScreen

@testable import Diffusion
@testable import Interface

extension PanelsFixture {
  /// A measurement of real data of a distribution without its first `missing` modes.
  static func measurement(
    of distribution: Distribution = .eightGaussians, missing: Int = 0, count: Int = 400,
    scoreErrors: [ScoreError] = []
  ) throws -> QualityMeasurement {
    let mixture = try DistributionSpecification.named(distribution).mixture()
    var stream = Randomness(seed: 3).stream(.data)
    let draw = mixture.draw(count, from: &stream)
    let kept = zip(draw.points, draw.labels).filter { $0.1 >= missing }.map(\.0)
    let meter = QualityMeter(mixture: mixture, count: count, randomness: Randomness(seed: 4))
    return QualityMeasurement(
      report: meter.report(on: kept, networkCalls: 50), scoreErrors: scoreErrors, sampler: .ddim,
      steps: 50)
  }
}

@Suite("The samples panel")
struct PanelsQualityTests {
  private let size = Size(columns: 48, rows: 8)
  private let draw: PanelsFixture.Draw = { QualityPanel.draw($0, on: &$1, in: $2) }

  @Test("Found modes have a column, missing ones a cross", arguments: [0, 3])
  func modesAreCounted(missing: Int) throws {
    let surface = PanelsFixture.picture(draw, try state(missing: missing), size)
    let line = (0..<48).map { surface[$0, 1].unicodeScalar }
    #expect(surface.plainText.contains("modes \(8 - missing)/8"))
    #expect(line.filter { $0 == "×" }.count == missing)
    // Where three are missing the others have more than fits, which an arrow says.
    let columns = Set("▁▂▃▄▅▆▇█▲".unicodeScalars)
    #expect(line.filter(columns.contains).count == 8 - missing)
  }

  @Test("The range is that of the census, the title says how it was measured")
  func numbersAreTheReports() throws {
    let state = try state()
    let report = try #require(state.quality.measurement?.report)
    let shares = report.census.modes.map { 100 * $0.share }
    let text = PanelsFixture.text(draw, state, size)
    #expect(text.contains("50-step DDIM · n 400"))
    #expect(text.contains("n 400, seed 4, exact model"))
    // As many columns as a screen of 80 has for it.
    let narrow = PanelsFixture.text(draw, state, Size(columns: 32, rows: 10))
    #expect(narrow.contains("ddim 50, n 400, seed 4"))
    let least = Text.fixed(shares.min() ?? 0, decimals: 1, width: 0)
    let most = Text.fixed(shares.max() ?? 0, decimals: 1, width: 0)
    #expect(text.contains("\(least)..\(most) %"))
    #expect(text.contains(Text.short(report.slicedW2)))
    #expect(text.contains("floor   \(Text.short(report.floor.distances.second))"))
    #expect(text.contains("ideal   98.9 %"))
  }

  @Test("One mode and twenty-five both have their columns")
  func anyNumberOfModes() throws {
    for (distribution, count) in [(Distribution.singleGaussian, 1), (.grid25, 25)] {
      var state = try PanelsFixture.state()
      state.quality.measurement = try PanelsFixture.measurement(of: distribution, count: 2000)
      let text = PanelsFixture.text(draw, state, Size(columns: 40, rows: 7))
      #expect(text.contains("modes \(count)/\(count)"))
    }
  }

  @Test("The score error is that of the level on the screen")
  func scoreErrorIsHere() throws {
    var state = try PanelsFixture.reverse(
      PanelsFixture.experiment(ScheduleSpecification(timesteps: 20), model: .learned), step: 0)
    let levels = state.stage.laboratory.schedule.levels
    let errors = [levels[2], levels[19]].enumerated().map { index, level in
      ScoreError(
        of: Silent(), against: state.stage.laboratory.mixture, at: level, index: index, count: 50,
        randomness: Randomness(seed: 1))
    }
    state.quality.measurement = try PanelsFixture.measurement(scoreErrors: errors)
    let here = Text.short(errors[1].absolute)
    #expect(PanelsFixture.text(draw, state, size).contains("score error     \(here)"))
  }

  @Test("While nothing is known it says so")
  func emptyStates() throws {
    var state = try PanelsFixture.state()
    _ = state.measureIfDue()
    let text = PanelsFixture.text(draw, state, size)
    #expect(
      text.contains("judging 64 samples of this run") && text.contains("ddpm, 1000 steps: 0 %"))
    state = try PanelsFixture.state(PanelsFixture.experiment(model: .learned))
    #expect(PanelsFixture.text(draw, state, size).contains("press t to train"))
  }

  private func state(missing: Int = 0) throws -> AppState {
    var state = try PanelsFixture.state()
    state.quality.measurement = try PanelsFixture.measurement(missing: missing)
    return state
  }
}

/// A model that always answers 0.
private struct Silent: Denoiser {
  func estimate(_ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]) {
    for index in points.indices { estimates[index] = .zero }
  }
}
