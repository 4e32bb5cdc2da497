import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The drawing board")
struct DrawingTests {
  @Test("keys move, draw, erase, size the brush and take strokes back")
  func keysDraw() throws {
    var player = try Player()
    player.press("D", "[", "space")
    #expect(player.state.drawing?.sites.count == 1)
    player.press("p", "right", "right", "right", "p", "up")
    #expect(player.state.drawing?.sites.count == 4)
    player.press("]", "]", "space")
    let many = try #require(player.state.drawing?.sites.count)
    #expect(many > 10)
    player.press("u")
    #expect(player.state.drawing?.sites.count == 4)
    player.press("down", "e", "[", "[", "space")
    #expect(player.state.drawing?.sites.count == 3)
    player.press("c")
    #expect(player.state.drawing?.sites.isEmpty == true)
    player.press("u", "esc")
    #expect(player.state.overlay == nil && player.state.experiment == .small)
  }

  @Test("leaving the board keeps the drawing with its strokes, whatever is opened meanwhile")
  func leavingKeepsTheDrawing() throws {
    var player = try Player()
    player.press("D", "space", "shift-right", "p", "esc")
    #expect(player.state.overlay == nil && player.state.experiment == .small)
    #expect(player.state.notice?.text == "the drawing is kept; D goes on with it")
    player.perform(.overlay(.open(.distribution)), .overlay(.moveSelection(1)), .overlay(.accept))
    player.press("D")
    let drawing = try #require(player.state.drawing)
    #expect(drawing.sites.count == 18 && !drawing.isPenDown)
    player.press("u")
    #expect(player.state.drawing?.sites.count == 9)
    player.press("enter", "D")
    #expect(player.state.drawing?.sites.count == 9, "what is the data is gone on with")
    #expect(player.state.drawing?.canUndo == false)
  }

  @Test("a board that was looked at and left leaves nothing behind")
  func lookingKeepsNothing() throws {
    var player = try Player()
    player.press("D", "right", "esc")
    #expect(player.state.notice == nil)
    player.press("D")
    #expect(player.state.drawing == Drawing())
  }

  @Test("the hint of an empty board is read whole on the smallest screen")
  func theHintIsWhole() throws {
    var player = try Player(size: ScreenLayout.smallest)
    player.press("D")
    for word in ["press", "erases", "1-8", "diffuses"] { #expect(player.picture.contains(word)) }
  }

  @Test("the footer of the board has the keys to use it and to leave it", arguments: [40, 80])
  func theFooterHasTheWayOut(columns: Int) throws {
    var player = try Player(size: Size(columns: columns, rows: 24))
    player.press("D")
    let last = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
      .split(separator: "\n", omittingEmptySubsequences: false).last
    #expect(last?.hasPrefix(" enter diffuse it  esc leave") == true)
  }

  @Test("what is drawn becomes the data, with an exact density, and undo takes it back")
  func drawingsAreDiffused() throws {
    var player = try Player()
    player.press("D", "space", "enter")
    guard case .points(let points, let labels, let source) = player.state.experiment.distribution
    else {
      Issue.record("the data is \(player.state.experiment.distribution.title)")
      return
    }
    #expect(points.contains(.zero) && labels == nil)
    #expect(source == DistributionSpecification.listSource)
    #expect(player.state.stage.laboratory.mixture.components.count == points.count)
    player.wait(0.1)
    #expect(player.state.frame.points.filter { !$0.isFinite }.isEmpty)
    player.press("D")
    #expect(player.state.drawing?.sites.count == points.count, "the drawing can be gone on with")
    player.press("esc", "u")
    #expect(player.state.experiment == .small)
  }

  @Test("classes become labels, and a drawing reads its own points back")
  func classesAreLabels() throws {
    var player = try Player()
    player.press("D", "space", "3", "shift-right", "space")
    let drawing = try #require(player.state.drawing)
    guard case .points(_, let labels?, _) = drawing.distribution else {
      Issue.record("there are no labels")
      return
    }
    #expect(Set(labels) == ["1", "3"])
    #expect(Drawing(drawing.distribution).sites == drawing.sites)
  }

  @Test("the mouse draws without gaps, erases with its right button and sizes with its wheel")
  func theMouseDraws() throws {
    var player = try Player(size: Size(columns: 80, rows: 24))
    player.press("D")
    player.perform(.mouse(Mouse(.press, column: 30, row: 12)))
    player.perform(
      .mouse(Mouse(.drag, column: 50, row: 12)), .mouse(Mouse(.release, column: 50, row: 12)))
    let drawn = try #require(player.state.drawing)
    let columns = Set(drawn.sites.keys.map(\.column))
    #expect(columns.count == (columns.max() ?? 0) - (columns.min() ?? 0) + 1)
    #expect(columns.count > 20)
    player.perform(.mouse(Mouse(.press, button: .right, column: 30, row: 12)))
    player.perform(
      .mouse(Mouse(.drag, button: .right, column: 50, row: 12)),
      .mouse(Mouse(.release, button: .right, column: 50, row: 12)))
    #expect(player.state.drawing?.sites.isEmpty == true && player.state.drawing?.tool == .brush)
    player.perform(.mouse(Mouse(.wheelUp, button: .none, column: 30, row: 12)))
    #expect(player.state.drawing?.radius == 2)
  }

  @Test("commands draw too, and nothing that is nonsense")
  func commandsDraw() throws {
    var session = OffscreenSession(
      try AppState(experiment: .small, size: Size(columns: 80, rows: 24)))
    try session.play(
      try Script(play: "draw stroke -1 0 1 0 1 1; draw rub 0.5 0 1 0; draw use"))
    guard case .points(let points, _, _) = session.state.experiment.distribution else {
      Issue.record("nothing was drawn")
      return
    }
    #expect(points.contains(Point(-0.96, 0)) && !points.contains(Point(0.8, 0)))
    #expect(points.contains(Point(0.96, 0.96)))
    let state = session.state
    for line in ["draw stroke 1", "draw stroke a b", "draw nothing"] {
      #expect(throws: (any Error).self) { try Command.actions(for: line, in: state) }
    }
  }

  @Test("more points than a mixture may have are refused, and what is drawn stays")
  func thereIsAnEnd() throws {
    var player = try Player()
    player.press("D", "]", "]", "]", "]", "]", "p")
    for _ in 0..<6 {
      for _ in 0..<12 { player.press("shift-right") }
      for _ in 0..<12 { player.press("shift-left") }
      player.press("shift-up", "shift-up")
    }
    #expect(player.state.drawing?.sites.count == Stage.mostComponents)
    #expect(player.state.notice?.tone == .warning)
    player.press("enter")
    #expect(player.state.stage.laboratory.mixture.components.count == 2000)
  }

  @Test("the board stays in its rectangle at any size", arguments: OverlaysTests.sizes)
  func theBoardStaysInside(size: Size) throws {
    var player = try Player(size: size)
    player.press("D", "space")
    let rect = Rect(x: 2, y: 1, width: size.columns, height: size.rows)
    for glyphs in PanelsFixture.ladder {
      let sheet = PanelsFixture.sheet(
        { DrawingOverlay.draw($0, on: &$1, in: $2) }, player.state, in: rect,
        on: Size(columns: size.columns + 4, rows: size.rows + 2), glyphs: glyphs)
      #expect(PanelsFixture.firstMark(of: sheet, outside: rect) == nil)
    }
  }
}
