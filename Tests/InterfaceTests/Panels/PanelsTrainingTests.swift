import Testing
import TextScreen

@testable import Diffusion
@testable import Interface

@Suite("The training panel")
struct PanelsTrainingTests {
  private let size = Size(columns: 48, rows: 8)
  private let draw: PanelsFixture.Draw = { TrainingPanel.draw($0, on: &$1, in: $2) }

  @Test("An untrained network says which key trains it")
  func idleSaysWhatToPress() throws {
    let text = PanelsFixture.text(draw, try PanelsFixture.state(), size)
    #expect(text.contains("press t to train"))
    #expect(text.contains("idle"))
  }

  @Test("A running training shows its pace, loss, steps, rate and batch")
  func runningShowsNumbers() throws {
    let text = PanelsFixture.text(draw, try trained(losses: 23_400), size)
    for part in ["1,940 steps/s", "23,400", "0.00700", "batch 8", "steps"] {
      #expect(text.contains(part), "no \(part)")
    }
  }

  @Test("A paused training says how to go on")
  func pausedSaysHowToGoOn() throws {
    var state = try trained(losses: 100)
    _ = state.update(.training(.toggleTraining))
    let text = PanelsFixture.text(draw, state, size)
    #expect(text.contains("paused"))
    #expect(text.contains("t trains on"))
  }

  @Test("A falling loss falls on the plot, from end to end of the axis")
  func curveFalls() throws {
    let state = try trained(losses: 200)
    let surface = PanelsFixture.picture(draw, state, size)
    let area = PlotArea(in: Rect(x: 2, y: 3, width: 44, height: 4)).area
    let heights = area.columns.map { column in
      area.rows.first { (0x2801...0x28FF).contains(surface[column, $0].scalar) }
    }
    #expect(heights.first == area.y)
    #expect(heights.last == area.maxY - 1)
    let rows = heights.compactMap(\.self)
    #expect(rows.count == area.width)
    #expect(rows == rows.sorted())
  }

  @Test("A recovery is told with both rates")
  func recoveryIsTold() throws {
    var state = try trained(losses: 100)
    var report = PanelsFixture.report(state, losses: [1])
    report.recoveries = [.init(step: 1200, oldRate: 0.5, newRate: 0.25)]
    _ = state.update(.training(.trained(report, stepsPerSecond: 10)))
    let text = PanelsFixture.text(draw, state, size)
    #expect(text.contains("blew up at 1,200: rate 0.500 → 0.250"))
  }

  /// A training whose loss falls from 1 to 0.01 like a power of the step.
  private func trained(losses count: Int) throws -> AppState {
    var state = try PanelsFixture.state()
    _ = state.update(.training(.toggleTraining))
    let losses = (0..<count).map { 1 / (1 + 99 * Double($0) / Double(count - 1)) }
    _ = state.update(
      .training(.trained(PanelsFixture.report(state, losses: losses), stepsPerSecond: 1940)))
    return state
  }
}
