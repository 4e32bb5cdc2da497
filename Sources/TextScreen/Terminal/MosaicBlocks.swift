/// The areas of the characters that fill some of the blocks a cell is parted into.
enum MosaicBlocks {
  /// The filled areas; nil where the character is none of these.
  static func blocks(of scalar: UInt32) -> [CellShape.Block]? { known[scalar] }

  private static let known: [UInt32: [CellShape.Block]] = {
    var known: [UInt32: [CellShape.Block]] = [:]
    // Sextants divide 16 units by three, as well as that goes in whole units.
    for (glyphs, edges) in [
      (BlockGlyphs.octants, [0, 4, 8, 12, 16]), (BlockGlyphs.sextants, [0, 5, 11, 16]),
      (BlockGlyphs.quadrants, [0, 8, 16]),
    ] {
      for (pattern, glyph) in glyphs.enumerated() where pattern != 0 {
        known[glyph.value] = blocks(of: pattern, edges: edges)
      }
    }
    return known
  }()

  /// - Parameters:
  ///   - pattern: a bit for each block, row by row from the left, the upper left one first.
  ///   - edges: where the rows begin, and the last one ends.
  private static func blocks(of pattern: Int, edges: [Int]) -> [CellShape.Block] {
    (0..<edges.count - 1).compactMap { row in
      let bits = pattern >> (2 * row) & 0b11
      guard bits != 0 else { return nil }
      return CellShape.Block(
        left: bits == 0b10 ? 4 : 0, top: edges[row], width: bits == 0b11 ? 8 : 4,
        height: edges[row + 1] - edges[row])
    }
  }
}
