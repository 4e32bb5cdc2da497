import Testing

@testable import TextScreen

@Suite("Dot canvases")
struct DotCanvasTests {
  private func picture(_ canvas: DotCanvas) -> String {
    var surface = Surface(size: canvas.size)
    canvas.draw(onto: &surface, in: surface.bounds)
    return surface.plainText
  }

  @Test func brailleDotsLandWhereUnicodeNumbersThem() {
    for (bit, place) in [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
      .enumerated()
    {
      var canvas = DotCanvas(size: Size(columns: 1, rows: 1), dots: .braille)
      canvas.plot(x: place.0, y: place.1, ink: .curve)
      #expect(picture(canvas).unicodeScalars.first?.value == UInt32(0x2800 + 1 << bit))
    }
  }

  @Test func aSlopeInEveryKindOfDots() {
    let expected: [Glyphs.Dots: String] = [
      .braille: "⠑⢄\n  ⠑⢄", .octants: "\u{1CD04}\u{1CD80}\n  \u{1CD04}\u{1CD80}",
      .sextants: "\u{1FB08}\u{1FB0F}\n \u{1FB01}\u{1FB22}", .quadrants: "▚\n ▚",
      .halfBlock: "▀▄\n  ▀▄", .ascii: ".\n .\n  .\n   .",
    ]
    for dots in Glyphs.Dots.allCases {
      let rows = dots == .ascii ? 4 : 2
      var canvas = DotCanvas(size: Size(columns: 4, rows: rows), dots: dots)
      let end = Double(canvas.height - 1)
      canvas.line(from: [0, 0], to: [end, end], ink: .curve)
      #expect(picture(canvas) == expected[dots])
    }
  }

  @Test(
    "Every dot of a cell shows as one hit and as full only together",
    arguments: Glyphs.Dots.allCases)
  func saturation(of dots: Glyphs.Dots) {
    var canvas = DotCanvas(size: Size(columns: 2, rows: 1), dots: dots)
    #expect(canvas.saturatedShare == 0)
    let repeats = dots == .ascii ? DotCanvas.asciiSaturation : 1
    for _ in 0..<repeats {
      for y in 0..<canvas.height {
        for x in 0..<dots.perCell.columns { canvas.plot(x: x, y: y, ink: .curve) }
      }
    }
    #expect(canvas.hits(column: 0, row: 0) == repeats * dots.perCell.area)
    #expect(canvas.mostHits == repeats * dots.perCell.area)
    #expect(canvas.saturatedShare == 1)
    canvas.plot(x: canvas.width - 1, y: 0, ink: .curve)
    #expect(canvas.saturatedShare == 0.5)
    canvas.clear()
    #expect(canvas.mostHits == 0 && picture(canvas) == "")
  }

  @Test func theHeaviestInkWinsAndOfEqualsTheLast() {
    var canvas = DotCanvas(size: Size(columns: 1, rows: 1), dots: .braille)
    canvas.plot(x: 0, y: 0, ink: .label(0))
    canvas.plot(x: 1, y: 0, ink: .label(1))
    canvas.plot(x: 0, y: 1, ink: .accent, weight: 2)
    canvas.plot(x: 0, y: 2, ink: .label(3), weight: 1)
    var surface = Surface(size: canvas.size)
    canvas.draw(onto: &surface, in: surface.bounds)
    #expect(surface[0, 0].ink == .accent)
    canvas.draw(onto: &surface, in: surface.bounds) { .density($0) }
    #expect(surface[0, 0].ink == .density(4), "four hits")
  }

  @Test func unlitCellsLetThroughWhatIsThere() {
    var surface = Surface(size: Size(columns: 3, rows: 1))
    surface.write("abc", column: 0, row: 0)
    var canvas = DotCanvas(size: surface.size, dots: .halfBlock)
    canvas.plot(x: 1, y: 1, ink: .curve)
    canvas.draw(onto: &surface, in: surface.bounds)
    #expect(surface.plainText == "a▄c")
  }

  @Test func aLineFromFarAwayIsThePartThatCrosses() {
    var near = DotCanvas(size: Size(columns: 5, rows: 2), dots: .braille)
    near.line(from: [0, 3], to: [9, 3], ink: .curve)
    var far = DotCanvas(size: Size(columns: 5, rows: 2), dots: .braille)
    far.line(from: [-1e9, 3], to: [1e9, 3], ink: .curve)
    #expect(picture(far) == picture(near))

    for end in [Double.nan, .infinity] {
      var none = DotCanvas(size: Size(columns: 5, rows: 2), dots: .braille)
      none.line(from: [0, 0], to: [end, 3], ink: .curve)
      none.line(from: [20, -5], to: [20, 50], ink: .curve)
      #expect(picture(none) == "")
    }
  }

  @Test func aHeatMapHasTwoValuesInACell() {
    var map = HalfBlockMap(size: Size(columns: 4, rows: 1))
    map[0, 0] = .density(3)
    map[1, 1] = .density(4)
    map[2, 0] = .density(5)
    map[2, 1] = .density(5)
    map[3, 0] = .density(1)
    map[3, 1] = .density(7)
    map[9, 9] = .density(1)
    var surface = Surface(size: map.size)
    map.draw(onto: &surface, in: surface.bounds)
    #expect(surface.plainText == "▀▄█▀")
    #expect(surface[3, 0].ink == .density(1) && surface[3, 0].paper == .density(7))
  }

  @Test func withoutTwoColoursInACellAHeatMapIsShaded() {
    let plain = Glyphs(dots: .braille, unicodeText: true, paper: false)
    for (glyphs, expected) in [(plain, " ░▒█"), (Glyphs.ascii, " .+@")] {
      var map = HalfBlockMap(size: Size(columns: 4, rows: 1))
      for (column, step) in [0, 3, 7].enumerated() {
        map[column + 1, 0] = .density(step)
        map[column + 1, 1] = .density(step)
      }
      var surface = Surface(size: map.size, glyphs: glyphs)
      map.draw(onto: &surface, in: surface.bounds)
      #expect(surface.plainText == expected)
    }
  }
}
