import Testing

@testable import TextScreen

@Suite("A terminal that reads what was written has the same cells")
struct RoundTripTests {
  private static let size = Size(columns: 12, rows: 4)
  private static let texts = [
    "東京", "a", "x\u{301}\u{323}", "🌙b", "한", "ไทยที่", "  ", "├─┤", "⣿", "plain words",
  ]

  private static func style(_ dice: inout Dice) -> Style {
    Style(
      Ink(rawValue: UInt8.random(in: 0..<UInt8(Ink.count), using: &dice)),
      on: Ink(rawValue: UInt8.random(in: 0..<UInt8(Ink.count), using: &dice)),
      Attributes(rawValue: UInt16.random(in: 0..<32, using: &dice)))
  }

  private static func scribble(_ surface: inout Surface, _ dice: inout Dice) {
    let text = texts.randomElement(using: &dice) ?? ""
    let style = Bool.random(using: &dice) ? style(&dice) : .plain
    surface.write(
      text, column: Int.random(in: -2..<12, using: &dice),
      row: Int.random(in: 0..<4, using: &dice), style: style)
    if Int.random(in: 0..<6, using: &dice) == 0 {
      let rect = Rect(x: Int.random(in: 0..<12, using: &dice), y: 1, width: 5, height: 2)
      surface.fill(rect, with: Bool.random(using: &dice) ? .blank : Cell("░", style))
    }
  }

  /// What a terminal should have, told without the encoder: colours by theme and depth, emphasis by
  /// the numbers of ECMA-48.
  ///
  /// - Parameter isSpelledOut: whether reversed cells have their colours exchanged, those of pictures
  ///   in place of the terminal's own.
  private static func expected(
    _ surface: Surface, _ theme: Theme, _ depth: ColourDepth, isSpelledOut: Bool = false
  ) -> [GlassEmulator.Cell] {
    let theme = theme.shown(at: depth)
    let codes: [(Attributes, Int)] = [
      (.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7),
    ]
    let spelled = { (colour: RGB?, neutral: String) -> String in
      guard depth != .mono, let colour else { return "" }
      if depth == .truecolor { return "2;\(colour.red);\(colour.green);\(colour.blue)" }
      guard let index = depth.index(of: colour).map(Int.init) else { return neutral }
      return depth == .indexed256 ? "5;\(index)" : "\(index < 8 ? 30 + index : 82 + index)"
    }
    return surface.cells.indices.map { index in
      let cell = surface.cells[index]
      let emphasis = cell.attributes.union(theme.emphasis(of: cell.ink))
      let letter = String(
        String.UnicodeScalarView([cell.unicodeScalar] + surface.marks(at: index)))
      let colours = [theme.colour(of: cell.ink), theme.colour(of: cell.paper)]
      if isSpelledOut && depth != .mono && emphasis.contains(.reverse) {
        let (front, back) = (colours[1] ?? theme.picturePaper, colours[0] ?? theme.pictureInk)
        let ends = [front, back].map { $0.luminance < 0.2 ? "30" : "37" }
        return GlassEmulator.Cell(
          letter: cell.isContinuation ? "" : letter, ink: spelled(front, ends[0]),
          paper: spelled(back, ends[1]),
          emphasis: Set(codes.filter { emphasis.contains($0.0) && $0.1 != 7 }.map(\.1)))
      }
      return GlassEmulator.Cell(
        letter: cell.isContinuation ? "" : letter, ink: spelled(colours[0], ""),
        paper: spelled(colours[1], ""),
        emphasis: Set(codes.filter { emphasis.contains($0.0) }.map(\.1)))
    }
  }

  @Test("Frame after frame, sent as differences", arguments: ColourDepth.allCases, [false, true])
  func frames(depth: ColourDepth, synchronizes: Bool) {
    for theme in Theme.allCases {
      var dice = Dice(seed: 7)
      var encoder = FrameEncoder(depth: depth, synchronizes: synchronizes)
      var surface = Surface(size: Self.size)
      var glass = GlassEmulator(size: Self.size)
      for frame in 0..<150 {
        Self.scribble(&surface, &dice)
        if frame.isMultiple(of: 40) { encoder.forget() }
        glass.show(String(decoding: encoder.encode(surface, theme: theme), as: UTF8.self))
        #expect(glass.cells == Self.expected(surface, theme, depth))
        #expect(encoder.encode(surface, theme: theme).isEmpty, "nothing changed")
      }
    }
  }

  @Test("A picture for cat", arguments: ColourDepth.allCases)
  func pictures(depth: ColourDepth) {
    var dice = Dice(seed: 8)
    for theme in Theme.allCases {
      var surface = Surface(size: Self.size)
      for _ in 0..<60 {
        Self.scribble(&surface, &dice)
        var glass = GlassEmulator(size: Self.size)
        glass.show(AnsiPicture(surface, theme: theme, depth: depth).text)
        let expected = Self.expected(surface, theme, depth, isSpelledOut: true)
        for (shown, wanted) in zip(glass.cells, expected)
        where shown != wanted {
          // Blanks at the ends of lines are left out: there is nothing to see of them.
          #expect(shown == GlassEmulator.Cell() && wanted.letter == " " && wanted.paper.isEmpty)
          #expect(wanted.emphasis.isDisjoint(with: [4, 7]))
        }
      }
    }
  }

  @Test("The width of a text is the sum of the widths of its letters, whatever they are")
  func widths() {
    var dice = Dice(seed: 9)
    for _ in 0..<3000 {
      let scalar = Unicode.Scalar(UInt32.random(in: 0x20...0x2FFFF, using: &dice)) ?? "a"
      let text = "a\(String(scalar))b"
      for glyphs in [Glyphs.braille, .ascii] {
        var surface = Surface(size: Size(columns: 16, rows: 1), glyphs: glyphs)
        let written = surface.write(text, column: 0, row: 0)
        #expect(written == glyphs.columns(of: text), "U+\(String(scalar.value, radix: 16))")
        #expect(surface[written - 1, 0].unicodeScalar == "b")
        #expect(surface[written, 0] == .blank)
      }
    }
  }
}
