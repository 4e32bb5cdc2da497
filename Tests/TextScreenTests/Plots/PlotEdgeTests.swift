import Testing

@testable import TextScreen

@Suite("No plot clips without a sign")
struct PlotEdgeTests {
  @Test("a segment ends where it meets the edge, and far away there is nothing of it")
  func segments() throws {
    let (start, end) = try #require(PlotEdge.within(Place(0.25, 0.5), Place(0.75, 1.5)))
    #expect((start - Place(0.25, 0.5)).norm < 1e-12 && (end - Place(0.5, 1)).norm < 1e-6)
    #expect(PlotEdge.within(Place(0, 1.2), Place(1, 3)) == nil)
    #expect(PlotEdge.within(Place(0, .nan), Place(1, 0.5)) == nil)
    let whole = try #require(PlotEdge.within(Place(0, 0), Place(1, 1)))
    #expect(whole.0 == Place(0, 0) && whole.1 == Place(1, 1))
    #expect(PlotEdge.within(Place(0.2, 0.5), Place(0.2, .infinity)) != nil)
  }

  @Test("what is beyond has an arrow, and the furthest its number", arguments: [false, true])
  func arrows(hasMarkers: Bool) {
    for glyphs in [Glyphs.braille, .halfBlock, .ascii] {
      var surface = Surface(size: Size(columns: 40, rows: 10), glyphs: glyphs)
      let plot = PlotArea(in: surface.bounds)
      let places = [
        Place(0, 7.05), Place(0.1, 4), Place(0.3, 2), Place(0.5, 0.6), Place(0.8, -0.5),
        Place(1, .infinity),
      ]
      plot.draw(
        [
          PlotArea.Line(
            places: places, ink: .curve, marker: hasMarkers ? "x" : nil,
            value: { $0.isFinite ? "\(Text.decimal(100 * $0, decimals: 0)) %" : "inf" })
        ], dots: .braille, on: &surface)
      let text = surface.plainText
      let (up, down): (Character, Character) = glyphs.unicodeText ? ("▲", "▼") : ("^", "v")
      #expect(text.count { $0 == up } == (hasMarkers ? 4 : 2))
      #expect(text.count { $0 == down } == 1)
      #expect(text.contains("705 %") && text.contains("inf") && text.contains("-50 %"))
      #expect(text.contains("x") == hasMarkers)
    }
  }

  @Test("a bar and a column that are too long end in an arrow, full ones do not")
  func bars() {
    var surface = Surface(size: Size(columns: 4, rows: 3), glyphs: .braille)
    surface.drawColumns([1, 1.4, 0.5], in: surface.bounds)
    #expect(surface[0, 0].unicodeScalar == "█" && surface[1, 0].unicodeScalar == "▲")
    surface.drawBar(1, in: Rect(x: 0, y: 2, width: 4, height: 1))
    #expect(surface[3, 2].unicodeScalar == "█")
    surface.drawBar(1.2, in: Rect(x: 0, y: 2, width: 4, height: 1))
    #expect(surface[3, 2].unicodeScalar == "▸")
  }
}
