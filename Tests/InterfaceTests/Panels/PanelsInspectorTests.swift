import Diffusion
import Foundation
import Testing
import TextScreen

@testable import Interface

@Suite("The inspector")
struct PanelsInspectorTests {
  private let draw: PanelsFixture.Draw = { InspectorPanel.draw($0, on: &$1, in: $2) }
  private let schedule = ScheduleSpecification(timesteps: 20, beta: .init(0.005, 0.6))

  @Test("The formula with its numbers gives the next point", arguments: [3, 10, 17])
  func deterministicFormulaHolds(step: Int) throws {
    let state = try PanelsFixture.reverse(
      PanelsFixture.experiment(schedule, sampler: .ddim), step: step)
    let inspection = try #require(state.frame.inspection)
    let next = try #require(inspection.next)
    let numbers = try numbers(in: state, after: "x_t-1")
    try #require(numbers.count == 2)
    let predicted = numbers[0] * inspection.estimate.clean + numbers[1] * inspection.estimate.noise
    #expect((predicted - next).length < 0.005)
  }

  @Test("The subtraction gate is the mean of the ancestral step", arguments: [3, 10, 17])
  func ancestralFormulaHolds(step: Int) throws {
    let state = try PanelsFixture.reverse(PanelsFixture.experiment(schedule), step: step)
    let inspection = try #require(state.frame.inspection)
    let next = state.stage.level(.reverse, at: step + 1)
    let posterior = Transition(from: next, to: inspection.level).posterior
    let mean = posterior.clean * inspection.estimate.clean + posterior.noisy * inspection.point
    let numbers = try numbers(in: state, after: "x_t-1")
    try #require(numbers.count == 3)
    let gate = (inspection.point - numbers[0] * inspection.estimate.noise) / numbers[1]
    #expect((gate - mean).length < 0.01)
    #expect(abs(numbers[2] - posterior.variance.squareRoot()) < 0.0006)
  }

  @Test("The last step adds no fresh noise and gives x_0")
  func lastStepIsBare() throws {
    let state = try PanelsFixture.reverse(PanelsFixture.experiment(schedule), step: 19)
    #expect(try numbers(in: state, after: "x_0").count == 2)
  }

  @Test("The forward walk shows its two coefficients")
  func walkFormulaHolds() throws {
    var state = try PanelsFixture.state(PanelsFixture.experiment(schedule))
    _ = state.update(.time(.seek(step: 5)))
    let numbers = try numbers(in: state, after: "x_t+1")
    let beta = state.stage.laboratory.schedule.betas[5]
    #expect(abs(numbers[0] - (1 - beta).squareRoot()) < 0.0006)
    #expect(abs(numbers[1] - beta.squareRoot()) < 0.0006)
  }

  @Test("Where variance explodes the coefficients keep their width")
  func explodingKeepsWidth() throws {
    let state = try PanelsFixture.reverse(
      PanelsFixture.experiment(
        ScheduleSpecification(kind: .varianceExploding, timesteps: 20), sampler: .euler), step: 1)
    let rows = rows(of: state, Size(columns: 48, rows: 9))
    #expect(rows.allSatisfy { $0.count <= 48 })
    let stride = Text.coefficient(state.stage.level(.reverse, at: 2).sigma)
    #expect(rows.contains { $0.contains("1.000 clean + \(stride)") })
  }

  @Test("With four rows the point, the noise, the clean point and the formula stay")
  func fewRowsKeepTheGate() throws {
    let state = try PanelsFixture.reverse(PanelsFixture.experiment(schedule), step: 10)
    let inner = rows(of: state, Size(columns: 44, rows: 6)).dropFirst().dropLast()
    let names = inner.map { String($0.dropFirst(2).prefix { $0 != " " }) }
    #expect(names == ["x_t", "ε", "clean", "x_t-1"])
  }

  /// A run of a network that has learned a little, what is seen of its particle, and how far off the
  /// noise is that it predicts.
  private func learned() throws -> (state: AppState, inspection: Inspection, miss: Double) {
    let experiment = PanelsFixture.experiment(schedule, model: .learned)
    var state = try PanelsFixture.state(experiment)
    _ = state.update(.training(.toggleTraining))
    _ = state.update(
      .training(.trained(PanelsFixture.report(state, losses: [1]), stepsPerSecond: 1)))
    _ = state.update(.time(.toggleDirection))
    let inspection = try #require(state.frame.inspection)
    let miss = (inspection.estimate.noise - inspection.exact.noise).length
    return (state, inspection, miss)
  }

  @Test("Where a learned model is off, it says by how much")
  func learnedIsHeldAgainstExact() throws {
    let (state, _, miss) = try learned()
    let text = PanelsFixture.text(draw, state, Size(columns: 48, rows: 9))
    #expect(text.contains("off \(Text.coefficient(miss))"))
    #expect(text.contains("learned noise predictor"))
  }

  @Test("The circuit of a narrow panel names its numbers and cuts none", arguments: [32, 40, 48])
  func theCircuitIsWhole(width: Int) throws {
    let (state, inspection, miss) = try learned()
    let picture = PanelsFixture.picture(draw, state, Size(columns: width, rows: 20))
    let text = picture.plainText
    #expect(text.contains("off \(Text.coefficient(miss))"))
    #expect(!text.contains("…"))
    let point = Text.pair(inspection.point, scale: 1.3)
    let line = try #require(text.split(separator: "\n").first { $0.contains("x_t \(point)") })
    #expect(line.contains("log-SNR") || line.contains(" t \(Text.decimal(1, decimals: 3))"))
    // Every feature leaves a trace, also one that is 0; those of the time have names.
    let learned = LearnedDenoiser(weights: try #require(state.training.network))
    let features = learned.features(of: inspection.point, at: inspection.level)
    let times = learned.timeFeatures(at: inspection.level)
    let cells = text.unicodeScalars.filter { "░▒▓█".unicodeScalars.contains($0) }
    #expect(cells.count == features.count - times.count)
    #expect(times.map { Float($0.value) } == Array(features.suffix(times.count)))
    let tall = PanelsFixture.text(draw, state, Size(columns: width, rows: 26))
    for time in times {
      #expect(tall.contains("\(time.name) "))
      #expect(tall.contains(Text.fixed(time.value, decimals: 2)))
    }
  }

  private func rows(of state: AppState, _ size: Size) -> [String] {
    PanelsFixture.text(draw, state, size).split(separator: "\n").map(String.init)
  }

  /// The numbers in the line of the formula that gives `result`.
  private func numbers(in state: AppState, after result: String) throws -> [Double] {
    let line = try #require(
      rows(of: state, Size(columns: 48, rows: 9)).first { $0.contains(result) })
    let end = try #require(line.range(of: result)).upperBound
    return line[end...].split { !($0.isNumber || $0 == ".") }.compactMap { Double($0) }
  }
}
