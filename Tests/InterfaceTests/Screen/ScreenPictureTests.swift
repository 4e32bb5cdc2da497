import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The whole screen")
struct ScreenPictureTests {
  @Test(
    "A picture has the size of the screen, whatever is open", arguments: PlanePanelTests.sizes)
  func sizes(_ size: Size) throws {
    var state = try PlaneStates.laden(size)
    let actions: [Action] = [
      .program(.repaint), .panels(.focus(offset: 1)), .panels(.focus(offset: 1)),
      .panels(.focus(offset: 1)), .panels(.focus(offset: 1)),
      .overlay(.toggleHelp), .overlay(.back), .overlay(.open(.distribution)), .overlay(.back),
      .plane(.cycleDots), .plane(.cycleDots),
      .program(.failed("nothing works")),
    ]
    for action in actions {
      _ = state.update(action)
      for glyphs in [Glyphs.braille, .ascii] {
        #expect(ScreenPicture.draw(state: state, glyphs: glyphs).size == size)
      }
    }
  }

  @Test func aScreenTooSmallSaysWhatItNeeds() throws {
    let state = try PlaneStates.state(Size(columns: 30, rows: 4))
    #expect(
      ScreenPicture.draw(state: state, glyphs: .braille).plainText == """

           too small: need 40 x 12,
             have 30 x 4; q quits
        """)
  }

  @Test(
    "The size that is needed is seen whole however small the screen",
    arguments: [(39, 12), (30, 4), (24, 2), (20, 6), (20, 2), (13, 3), (12, 1), (9, 2), (7, 1)])
  func theNeedIsSeen(columns: Int, rows: Int) throws {
    var state = try PlaneStates.state(Size(columns: columns, rows: rows))
    let text = ScreenPicture.draw(state: state, glyphs: .braille).plainText
    #expect(text.contains("40 x 12") && !text.contains("…"))
    if columns >= 20 && rows >= 4 { #expect(text.contains("q quits") && text.contains("have")) }
    state.overlay = .confirmQuit
    let question = ScreenPicture.draw(state: state, glyphs: .braille).plainText
    #expect(question.contains("w saves") && !question.contains("…"))
  }

  @Test func theSmallestScreenIsThePlaneAlone() throws {
    var state = try PlaneStates.state(ScreenLayout.smallest, particles: 8)
    state = PlaneStates.bare(state)
    state.frame.points = []
    #expect(
      ScreenPicture.draw(state: state, glyphs: .braille).plainText == """
              ‖  forward →  step  0/40  exact
        ╭▸x_t  data → noise ──────────── walk ─╮
        │                                      │
        │                                      │
        │                                      │
        ├0                  ┼                  │
        │                                      │
        │                                      │
        │     -5            0           5      │
        ╰──────┴────────────┴───────────┴──────╯
          data ●────────────────────────┤ noise
         space play   r direction        ? help
        """)
  }

  @Test func theViewMayAskForPlainerDotsThanTheTerminalHas() throws {
    var state = try PlaneStates.state()
    _ = state.update(.plane(.cycleDots))
    #expect(ScreenPicture.draw(state: state, glyphs: .braille).glyphs.dots == .halfBlock)
    #expect(ScreenPicture.draw(state: state, glyphs: .ascii).glyphs.dots == .ascii)
  }

  @Test func everyPanelOfAFullScreenIsDrawn() throws {
    var state = try PlaneStates.state(Size(columns: 120, rows: 40))
    for action in try Command.actions(for: "prompt north", in: state) { _ = state.update(action) }
    let picture = ScreenPicture.draw(state: state, glyphs: .braille)
    for id in [.plane] + state.sidePanels {
      let rect = try #require(ScreenLayout(state).rect(of: id))
      #expect(picture[rect.x, rect.y].unicodeScalar == "╭", "\(id)")
      #expect(picture[rect.maxX - 1, rect.maxY - 1].unicodeScalar == "╯", "\(id)")
    }
  }
}
