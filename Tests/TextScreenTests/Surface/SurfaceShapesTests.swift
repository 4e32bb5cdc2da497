import Testing

@testable import TextScreen

@Suite("Boxes and bars")
struct SurfaceShapesTests {
  private func box(_ width: Int, title: String, trailing: String, glyphs: Glyphs) -> String {
    var surface = Surface(size: Size(columns: width, rows: 3), glyphs: glyphs)
    let room = surface.drawBox(surface.bounds, title: title, trailing: trailing)
    #expect(room == surface.bounds.inset(by: 1))
    return surface.plainText
  }

  @Test func aBoxHasATitleAndARemark() {
    #expect(
      box(24, title: "schedule", trailing: "linear", glyphs: .braille) == """
        ╭ schedule ─── linear ─╮
        │                      │
        ╰──────────────────────╯
        """)
    #expect(
      box(24, title: "schedule", trailing: "linear", glyphs: .ascii) == """
        + schedule --- linear -+
        |                      |
        +----------------------+
        """)
  }

  @Test func theRemarkGivesWayBeforeTheTitleIsCut() {
    #expect(
      box(14, title: "schedule", trailing: "linear", glyphs: .braille).hasPrefix("╭ schedule ──╮"))
    #expect(
      box(10, title: "schedule", trailing: "linear", glyphs: .braille).hasPrefix("╭ sch… ──╮"))
  }

  @Test(
    "A bar is as long as its share to an eighth of a cell",
    arguments: [
      (-1.0, ""), (0, ""), (0.125, "█"), (0.5, "████"), (0.515625, "████▏"), (1, "████████"),
      (7, "███████▸"), (Double.nan, ""),
    ])
  func bar(_ share: Double, _ expected: String) {
    var surface = Surface(size: Size(columns: 8, rows: 1))
    surface.drawBar(share, in: surface.bounds)
    #expect(surface.plainText == expected)
  }

  @Test func columnsGrowFromBelow() {
    var surface = Surface(size: Size(columns: 4, rows: 2))
    surface.drawColumns([0, 0.25, 0.75, 1], in: surface.bounds)
    #expect(surface.plainText == "  ▄█\n ▄██")
  }
}
