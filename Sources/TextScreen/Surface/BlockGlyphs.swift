/// The characters that fill some of the blocks that a cell is parted into, by which of them: a bit
/// for each, row by row from the left, the upper left one first.
///
/// Unicode has each picture once. Patterns that it had already are therefore missing from the runs
/// of characters that it has for sextants (version 13) and octants (version 16).
enum BlockGlyphs {
  /// Two by two.
  static let quadrants: [Unicode.Scalar] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]

  /// Two by three.
  static let sextants = run(
    of: 64, from: 0x1FB00,
    besides: [0: " ", 0b010101: "▌", 0b101010: "▐", 0b111111: "█"])

  /// Two by four.
  static let octants = run(of: 256, from: 0x1CD00, besides: olderOctants)

  /// The characters of a run in the order of their patterns, with those that are not in it.
  private static func run(
    of count: Int, from first: UInt32, besides others: [Int: Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    var next = first
    return (0..<count).map { pattern in
      if let other = others[pattern] { return other }
      defer { next += 1 }
      return Unicode.Scalar(next) ?? " "
    }
  }

  /// The octants that are quadrants, or bars of a quarter of the cell's height.
  private static let olderOctants: [Int: Unicode.Scalar] = {
    var older: [Int: Unicode.Scalar] = [
      0b0000_0001: "\u{1CEA8}", 0b0000_0010: "\u{1CEAB}", 0b0000_0011: "\u{1FB82}",
      0b0100_0000: "\u{1CEA3}", 0b1000_0000: "\u{1CEA0}", 0b1100_0000: "▂",
      0b0001_0100: "\u{1FBE6}", 0b0010_1000: "\u{1FBE7}",
      0b0011_1111: "\u{1FB85}", 0b1111_1100: "▆",
    ]
    for (pattern, glyph) in quadrants.enumerated() {
      // Each quadrant is two octants, one above the other.
      let columns = [0b0101, 0b1010, 0b0101_0000, 0b1010_0000]
      let octants = (0..<4).reduce(0) { $0 | (pattern >> $1 & 1) * columns[$1] }
      older[octants] = glyph
    }
    return older
  }()
}
