import Testing
import TextScreen

@testable import Diffusion
@testable import Interface

@Suite("What is drawn over the cloud says what it is")
struct PlaneLegendTests {
  private func picture(_ state: AppState) -> Surface {
    var surface = Surface(size: Size(columns: 48, rows: 22))
    PlanePanel.draw(state, on: &surface, in: surface.bounds)
    return surface
  }

  @Test("Arrows say what they are of and from where each colour counts")
  func arrows() throws {
    var state = try PanelsFixture.reverse(PanelsFixture.experiment(), step: 400)
    state.view.field = .off
    #expect(!picture(state).plainText.contains("score"))
    state.view.field = .exact
    #expect(picture(state).plainText.contains("σ·score → ¼ → ½ → 1 → 2 → 4 →"))
    let legend = (1..<40).map { picture(state)[$0, 1] }.filter { $0.unicodeScalar == "→" }
    #expect(legend.map(\.ink) == (0..<Ink.strengthSteps).map { Ink.strength($0) })
  }

  @Test("Without noise the colour of an arrow still tells how strong the score is")
  func arrowsAtTheClean() throws {
    var state = try PanelsFixture.state()
    #expect(state.frame.level.isClean)
    state.view.field = .exact
    state.view.show(.trails, false)
    let unit = ScoreArrows.cleanUnit(of: state.stage.laboratory.mixture)
    let text = picture(state).plainText
    #expect(text.contains("\(Text.short(unit))·score"))
    let strengths = (0..<Ink.strengthSteps).map { Ink.strength($0) }
    let inks = Set(
      (2..<21).flatMap { row in (1..<47).map { picture(state)[$0, row].ink } }
        .filter(strengths.contains))
    #expect(inks.count > 1, "\(inks)")
  }

  @Test("P draws both posteriors and names them")
  func lobes() throws {
    var state = try PanelsFixture.reverse(PanelsFixture.experiment(), step: 600)
    state.view.show(.trails, false)
    state.view.show(.lobes, true)
    let surface = picture(state)
    #expect(surface.plainText.contains("p(x0 | x_t)"))
    #expect(surface.plainText.contains("p(x_t-1 | x_t)"))
    let inks = Set(surface.cells.dropFirst(2 * 48).map(\.ink))
    #expect(!inks.isDisjoint(with: PosteriorLobes.originInks))
    #expect(!inks.isDisjoint(with: PosteriorLobes.stepInks))
  }

  @Test("A mark on a shade stands in a hole, a line on it can be read")
  func marksOnShades() throws {
    for step in 0..<Ink.densitySteps {
      var surface = Surface(size: Size(columns: 2, rows: 1))
      surface.fill(surface.bounds, with: Cell("█", Style(.density(step))))
      surface.mark("●", .cursor, column: 0, row: 0)
      #expect(surface[0, 0].style == Style(.cursor))
      var canvas = DotCanvas(size: surface.size, dots: .braille)
      canvas.line(from: [2, 0], to: [3, 3], ink: .ghost)
      surface.overlay(canvas, in: surface.bounds)
      #expect(surface[1, 0].ink == .text(onDensity: step) && surface[1, 0].paper == .density(step))
    }
  }
}
