import Testing

@testable import TextScreen

@Suite("What characters are in pictures of shapes")
struct CellShapeTests {
  /// The part of a cell of 8 by 16 units that is filled, unit by unit.
  private static func filled(_ scalar: Unicode.Scalar) -> [[Bool]]? {
    guard case .blocks(let blocks) = CellShape(scalar.value) else { return nil }
    return (0..<16).map { y in
      (0..<8).map { x in
        blocks.contains {
          $0.left..<$0.left + $0.width ~= x && $0.top..<$0.top + $0.height ~= y
        }
      }
    }
  }

  @Test(
    "Mosaics fill the parts of their patterns and no others",
    arguments: [(BlockGlyphs.quadrants, 2), (BlockGlyphs.sextants, 3), (BlockGlyphs.octants, 4)])
  func mosaics(glyphs: [Unicode.Scalar], rows: Int) throws {
    for (pattern, glyph) in glyphs.enumerated() where pattern != 0 {
      let filled = try #require(Self.filled(glyph), "U+\(String(glyph.value, radix: 16))")
      for part in 0..<2 * rows {
        // The unit in the middle of the part, whatever its edges are rounded to.
        let (x, y) = (part % 2 * 4 + 2, (2 * (part / 2) + 1) * 8 / rows)
        #expect(filled[y][x] == (pattern >> part & 1 == 1), "\(glyph) at part \(part)")
      }
    }
  }

  @Test("Halves of a cell meet and leave nothing open")
  func halves() throws {
    for (one, other) in [("▀", "▄"), ("▌", "▐"), ("▚", "▞"), ("▛", "▗")]
      as [(Unicode.Scalar, Unicode.Scalar)]
    {
      let both = zip(try #require(Self.filled(one)), try #require(Self.filled(other)))
      for (a, b) in both { #expect(zip(a, b).allSatisfy { $0 != $1 }) }
    }
  }

  /// No viewer shows a box or another font's sign in their place.
  @Test("Marks, arrows and lines are shapes")
  func marks() {
    let glyphs = Glyphs.braille
    let arrows = (0..<8).compactMap {
      glyphs.arrow(x: [1, 1, 0, -1, -1, -1, 0, 1][$0], y: [0, 1, 1, 1, 0, -1, -1, -1][$0])
    }
    let box = glyphs.box
    let marks: [Unicode.Scalar] = [
      glyphs.knob, glyphs.ring, glyphs.cross, glyphs.marker, glyphs.check, box.topLeft,
      box.topRight,
      box.bottomLeft, box.bottomRight, box.horizontal, box.vertical, box.teeLeft, box.teeRight,
      glyphs.dottedVertical, glyphs.dottedHorizontal, "◆", "◇", "◉", "▲", "▼", "◂", "━", "┼", "┴",
      "‖",
    ]
    #expect(arrows.count == 8)
    for mark in arrows + marks + (1...4).map({ glyphs.shade(Double($0) / 4) }) {
      if case .letter = CellShape(mark.value) { Issue.record("\(mark) is a letter") }
    }
  }

  /// ImageMagick's own renderer joins the parts of a dashed path and drops what follows two moves in a
  /// row, and others let the ground through where soft edges meet.
  @Test("Rows of dots are not dashed, and areas have sharp edges")
  func safePaths() {
    var surface = Surface(size: Size(columns: 10, rows: 2))
    surface.write("⣿⣿ ⠁", column: 0, row: 0)
    surface.write("⠁▀▄█●◉▸→╭┼", column: 0, row: 1)
    let text = SVGPicture(surface, theme: .dark, title: "dots").text
    #expect(!text.contains("dash"))
    #expect(text.matches(of: /[Mm][-0-9. ]+m/).isEmpty)
    #expect(
      text.split(separator: "h0", omittingEmptySubsequences: false).count - 1 == 8 + 8 + 1 + 1)
    let areas = text.split(separator: "\n").filter { $0.contains(/v\d+h-\d+z/) }
    #expect(!areas.isEmpty && areas.allSatisfy { $0.contains("crispEdges") })
  }
}
