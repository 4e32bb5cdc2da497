/// How the character of a cell is drawn in a picture of 8 by 16 units a cell.
///
/// What a font need not have, or has in another place or size than the next one, is a shape; letters
/// are what is left.
enum CellShape {
  case blank
  /// Filled areas.
  case blocks([Block])
  /// The whole cell, seen through; the share of its colour in percent.
  case shade(percent: Int)
  /// Braille; the bits are those of Unicode.
  case dots(mask: UInt8)
  /// A line along a path.
  case stroke(Outline)
  /// A filled path.
  case mark(Outline)
  case letter

  /// A part of the cell.
  struct Block: Equatable {
    var left = 0
    var top = 0
    var width = 8
    var height = 16
  }

  /// A path by the notation of SVG. Where it begins is apart, because ImageMagick's own renderer drops
  /// what follows two moves in a row.
  struct Outline: Equatable {
    /// Where it begins, from the left of the cell. (Two numbers: Swift 6.3 reads a vector within an enum
    /// from an unaligned place in a build for tests, and traps.)
    let x: Double
    /// The same, from the top.
    let y: Double
    /// The way from there.
    let way: String

    init(_ x: Double, _ y: Double, _ way: String) {
      (self.x, self.y, self.way) = (x, y, way)
    }
  }

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x20: self = .blank
    case 0x2800...0x28FF: self = .dots(mask: UInt8(scalar - 0x2800))
    case 0x2581...0x2588:
      let height = 2 * Int(scalar - 0x2580)
      self = .blocks([Block(top: 16 - height, height: height)])
    case 0x2589...0x258F: self = .blocks([Block(width: Int(0x2590 - scalar))])
    case 0x2591...0x2593: self = .shade(percent: 25 * Int(scalar - 0x2590))
    case 0x2501: self = .blocks([Block(top: 7, height: 2)])
    default:
      if let blocks = MosaicBlocks.blocks(of: scalar) {
        self = .blocks(blocks)
      } else if let path = Self.line(scalar) {
        self = .stroke(path)
      } else {
        self = Self.mark(scalar).map { .mark($0) } ?? .letter
      }
    }
  }

  /// The lines boxes and rulers are made of, and marks that are drawn with a pen.
  private static func line(_ scalar: UInt32) -> Outline? {
    switch scalar {
    case 0x2500: Outline(0, 8, "h8")
    case 0x2502: Outline(4, 0, "v16")
    case 0x256D: Outline(4, 16, "v-4q0-4 4-4")
    case 0x256E: Outline(4, 16, "v-4q0-4-4-4")
    case 0x2570: Outline(4, 0, "v4q0 4 4 4")
    case 0x256F: Outline(4, 0, "v4q0 4-4 4")
    case 0x251C: Outline(4, 0, "v16m0-8h4")
    case 0x2524: Outline(4, 0, "v16m0-8h-4")
    case 0x2534: Outline(0, 8, "h8m-4 0v-8")
    case 0x253C: Outline(0, 8, "h8m-4-8v16")
    case 0x2506: Outline(4, 1, "v3m0 3v3m0 3v2")
    case 0x2504: Outline(0, 8, "h2m1 0h2m1 0h2")
    case 0x2016: Outline(2.5, 2, "v11m3-11v11")
    // Arrows, from the right, anticlockwise.
    case 0x2192: Outline(0.5, 8, "h7m-2.5-2.5l2.5 2.5-2.5 2.5")
    case 0x2197: Outline(1.5, 10.5, "l5-5m-3.5 0h3.5v3.5")
    case 0x2191: Outline(4, 12, "v-8m-2.5 2.5l2.5-2.5 2.5 2.5")
    case 0x2196: Outline(6.5, 10.5, "l-5-5m0 3.5v-3.5h3.5")
    case 0x2190: Outline(7.5, 8, "h-7m2.5-2.5l-2.5 2.5 2.5 2.5")
    case 0x2199: Outline(6.5, 5.5, "l-5 5m0-3.5v3.5h3.5")
    case 0x2193: Outline(4, 4, "v8m-2.5-2.5l2.5 2.5 2.5-2.5")
    case 0x2198: Outline(1.5, 5.5, "l5 5m-3.5 0h3.5v-3.5")
    case 0x25CB: Outline(1, 8, "a3 3 0 0 1 6 0 3 3 0 0 1-6 0z")
    case 0x25C7: Outline(4, 4.5, "l3 3.5-3 3.5-3-3.5z")
    case 0x00D7: Outline(1.5, 5.5, "l5 5m0-5l-5 5")
    case 0x2713: Outline(1, 8.5, "l2 3 4-7")
    default: nil
    }
  }

  private static func mark(_ scalar: UInt32) -> Outline? {
    switch scalar {
    case 0x25CF: Outline(1, 8, "a3 3 0 0 1 6 0 3 3 0 0 1-6 0z")
    // A dot within a ring; what is in between is cut out by going round the other way.
    case 0x25C9:
      Outline(
        0.5, 8,
        "a3.5 3.5 0 0 1 7 0 3.5 3.5 0 0 1-7 0zm1 0a2.5 2.5 0 0 0 5 0 2.5 2.5 0 0 0-5 0z"
          + "m1 0a1.5 1.5 0 0 1 3 0 1.5 1.5 0 0 1-3 0z")
    case 0x25C6: Outline(4, 4.5, "l3 3.5-3 3.5-3-3.5z")
    case 0x25B2: Outline(1, 11.5, "h6l-3-7z")
    case 0x25BC: Outline(1, 4.5, "h6l-3 7z")
    case 0x25B8: Outline(2, 5, "v6l5-3z")
    case 0x25C2: Outline(6, 5, "v6l-5-3z")
    default: nil
    }
  }
}
