extension DotCanvas {
  /// Draws the lit cells onto `surface`, the canvas's first cell at the top left of `rect`;
  /// unlit cells let through what is there.
  ///
  /// - Parameter colour: an ink from the number of hits of a cell, for density; by default each
  ///   cell has the ink it was plotted with.
  public func draw(
    onto surface: inout Surface, in rect: Rect, colour: ((Int) -> Ink)? = nil
  ) {
    if dots == .vector {
      drawShapes(onto: &surface, in: rect)
      return
    }
    let area = rect.intersection(
      Rect(x: rect.x, y: rect.y, width: size.columns, height: size.rows)
    ).intersection(surface.clip)
    for row in area.rows {
      let start = (row - rect.y) * size.columns - rect.x
      for column in area.columns {
        let pixel = pixels[start + column]
        guard pixel.mask != 0 else { continue }
        let ink = colour.map { $0(Int(pixel.hits)) } ?? pixel.ink
        surface[column, row] = Cell(glyph(of: pixel), Style(ink))
      }
    }
  }

  /// The character that shows the dots of a cell.
  func glyph(of pixel: Pixel) -> Unicode.Scalar {
    switch dots {
    case .braille: Unicode.Scalar(0x2800 + UInt32(pixel.mask)) ?? "?"
    case .octants: BlockGlyphs.octants[Int(pixel.mask)]
    case .sextants: BlockGlyphs.sextants[Int(pixel.mask & 0x3F)]
    case .quadrants: BlockGlyphs.quadrants[Int(pixel.mask & 0xF)]
    case .halfBlock: pixel.mask == 0b11 ? "█" : pixel.mask == 0b01 ? "▀" : "▄"
    case .ascii: Self.asciiGlyph(hits: Int(pixel.hits))
    case .vector: " "
    }
  }

  /// Hits from which an ASCII cell has its darkest character.
  static let asciiSaturation = 32

  /// One to thirty-two hits on a ramp of nine characters, in half powers of two.
  private static func asciiGlyph(hits: Int) -> Unicode.Scalar {
    switch hits {
    case ...1: "."
    case 2: ":"
    case 3: "-"
    case 4, 5: "="
    case 6, 7: "+"
    case 8..<12: "*"
    case 12..<18: "#"
    case 18..<asciiSaturation: "%"
    default: "@"
    }
  }
}
