import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Panels keep to their place")
struct PanelsSizeTests {
  @Test("No panel leaves its rectangle, at any size", arguments: PanelsFixture.panels.keys.sorted())
  func panelsStayInside(name: String) throws {
    let draw = try #require(PanelsFixture.panels[name])
    for state in try states() {
      for size in PanelsFixture.sizes {
        check(draw, state, size, glyphs: .braille)
      }
      for glyphs in PanelsFixture.ladder {
        for size in oddSizes { check(draw, state, size, glyphs: glyphs) }
      }
    }
  }

  @Test("A frame returns its inside and clears it")
  func framesAreClean() {
    var surface = Surface(size: Size(columns: 14, rows: 4))
    surface.fill(surface.bounds, with: PanelsFixture.mark)
    let inner = PanelFrame.draw(
      title: "a", trailing: "b", isFocused: false, on: &surface,
      in: Rect(x: 1, y: 0, width: 12, height: 4))
    #expect(inner == Rect(x: 2, y: 1, width: 10, height: 2))
    #expect(
      surface.plainText == """
        #╭ a ─── b ─╮#
        #│          │#
        #│          │#
        #╰──────────╯#
        """)
  }

  @Test("Focus is told by a mark, not by colour alone, and moves nothing")
  func focusIsSeen() throws {
    var state = try PanelsFixture.state()
    let size = Size(columns: 40, rows: 8)
    let draw = try #require(PanelsFixture.panels["training"])
    let calm = PanelsFixture.picture(draw, state, size)
    state.focus = .training
    let focused = PanelsFixture.picture(draw, state, size)
    let moved = calm.bounds.columns.filter {
      calm[$0, 0].unicodeScalar != focused[$0, 0].unicodeScalar
    }
    #expect(moved == [1])
    #expect(focused[1, 0].unicodeScalar == "▸")
  }

  private let oddSizes = [
    (0, 5), (5, 0), (2, 2), (3, 3), (7, 4), (12, 3), (21, 5), (30, 4), (38, 6), (46, 9),
  ].map { Size(columns: $0.0, rows: $0.1) }

  private func check(
    _ draw: PanelsFixture.Draw, _ state: AppState, _ size: Size, glyphs: Glyphs
  ) {
    let rect = Rect(x: 3, y: 2, width: size.columns, height: size.rows)
    let sheet = PanelsFixture.sheet(
      draw, state, in: rect, on: Size(columns: size.columns + 5, rows: size.rows + 4),
      glyphs: glyphs)
    #expect(PanelsFixture.firstMark(of: sheet, outside: rect) == nil)
    // What is inside is the panel's own, all of it.
    let left = rect.rows.contains { row in
      rect.columns.contains { sheet[$0, row] == PanelsFixture.mark }
    }
    #expect(!left, "left a hole in \(rect)")
  }

  /// One state for each way the panels can look.
  private func states() throws -> [AppState] {
    var trained = try PanelsFixture.reverse(
      PanelsFixture.experiment(ScheduleSpecification(timesteps: 20), model: .learned), step: 7)
    _ = trained.update(.training(.toggleTraining))
    _ = trained.update(
      .training(.trained(PanelsFixture.report(trained, losses: [2, 1, 0.5]), stepsPerSecond: 12)))
    trained.quality.measurement = try PanelsFixture.measurement(missing: 3)
    trained.focus = .schedule
    let exploding = try PanelsFixture.state(
      PanelsFixture.experiment(
        ScheduleSpecification(kind: .varianceExploding, timesteps: 20), sampler: .heun))
    var guided = trained
    for action in try Command.actions(for: "prompt north or east", in: guided) {
      _ = guided.update(action)
    }
    return [try PanelsFixture.state(), trained, exploding, guided]
  }
}
