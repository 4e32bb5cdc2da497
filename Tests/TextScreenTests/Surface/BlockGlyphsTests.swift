import Testing

@testable import TextScreen

/// The characters are held against the names that Unicode gives them.
@Suite("Characters of blocks")
struct BlockGlyphsTests {
  /// The numbers of the blocks of a pattern, as names count them, such as `134`.
  private static func digits(_ pattern: Int, of count: Int) -> String {
    Self.bits(of: pattern, count).map { String($0 + 1) }.joined()
  }

  private static func bits(of pattern: Int, _ count: Int) -> [Int] {
    (0..<count).filter { (pattern >> $0) % 2 == 1 }
  }

  @Test("Sextants are those of their names, and halves are the older characters")
  func sextants() {
    #expect(BlockGlyphs.sextants.count == 64 && Set(BlockGlyphs.sextants).count == 64)
    let older = [0: "SPACE", 21: "LEFT HALF BLOCK", 42: "RIGHT HALF BLOCK", 63: "FULL BLOCK"]
    for (pattern, glyph) in BlockGlyphs.sextants.enumerated() {
      let name = older[pattern] ?? "BLOCK SEXTANT-\(Self.digits(pattern, of: 6))"
      #expect(glyph.properties.name == name)
    }
  }

  @Test("Octants are those of their names, and bars and quadrants are the older characters")
  func octants() {
    #expect(BlockGlyphs.octants.count == 256 && Set(BlockGlyphs.octants).count == 256)
    var named = 0
    for (pattern, glyph) in BlockGlyphs.octants.enumerated() {
      guard let name = glyph.properties.name, name.hasPrefix("BLOCK OCTANT-") else { continue }
      #expect(name == "BLOCK OCTANT-\(Self.digits(pattern, of: 8))")
      named += 1
    }
    #expect(named == 230, "all that Unicode has")
  }

  @Test(
    "Octants of older names",
    arguments: [
      (0b0000_0011, "UPPER ONE QUARTER BLOCK"), (0b1100_0000, "LOWER ONE QUARTER BLOCK"),
      (0b0011_1111, "UPPER THREE QUARTERS BLOCK"), (0b1111_1100, "LOWER THREE QUARTERS BLOCK"),
      (0b0000_0001, "LEFT HALF UPPER ONE QUARTER BLOCK"),
      (0b0000_0010, "RIGHT HALF UPPER ONE QUARTER BLOCK"),
      (0b0100_0000, "LEFT HALF LOWER ONE QUARTER BLOCK"),
      (0b1000_0000, "RIGHT HALF LOWER ONE QUARTER BLOCK"),
      (0b0001_0100, "MIDDLE LEFT ONE QUARTER BLOCK"),
      (0b0010_1000, "MIDDLE RIGHT ONE QUARTER BLOCK"), (0b0000_1111, "UPPER HALF BLOCK"),
      (0b0101_0101, "LEFT HALF BLOCK"), (0b0000_0101, "QUADRANT UPPER LEFT"),
      (0b1010_0101, "QUADRANT UPPER LEFT AND LOWER RIGHT"),
    ])
  func older(pattern: Int, name: String) {
    #expect(BlockGlyphs.octants[pattern].properties.name == name)
  }

  @Test("Quadrants fill what their bits say")
  func quadrants() {
    let names = ["UPPER LEFT", "UPPER RIGHT", "LOWER LEFT", "LOWER RIGHT"]
    for (pattern, glyph) in BlockGlyphs.quadrants.enumerated() {
      guard let name = glyph.properties.name, name.hasPrefix("QUADRANT ") else { continue }
      let filled = Self.bits(of: pattern, 4).map { names[$0] }
      #expect(name == "QUADRANT " + filled.joined(separator: " AND "))
    }
  }
}
