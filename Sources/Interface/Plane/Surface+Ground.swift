extension Glyphs {
  /// Whether a cell can be filled with one colour and still show a character in another.
  var haveGround: Bool { paper && unicodeText }
}

extension Surface {
  /// The colour a cell is filled with, to become the paper of what is drawn over it.
  func ground(column: Int, row: Int) -> Ink {
    guard glyphs.haveGround else { return .plain }
    let cell = self[column, row]
    // A full block, or a reversed cell, is filled with its ink.
    let isFilledByInk =
      cell.attributes.contains(.reverse) || ["█", "▀", "▄"].contains(cell.unicodeScalar)
    return isFilledByInk && cell.ink.densityStep != nil ? cell.ink : cell.paper
  }

  /// Draws a mark that keeps the ground of the cell it is in.
  mutating func mark(
    _ glyph: Unicode.Scalar, _ ink: Ink, _ attributes: Attributes = [], column: Int, row: Int
  ) {
    let ground = ground(column: column, row: row)
    self[column, row] = Cell(glyph, Style(ink, on: ground, attributes))
  }

  /// Draws the lit cells of a canvas in their own inks, keeping the ground of each cell.
  mutating func overlay(_ canvas: DotCanvas, in room: Rect) {
    for row in 0..<room.height {
      for column in 0..<room.width {
        let pixel = canvas.pixels[row * canvas.size.columns + column]
        guard pixel.mask != 0 else { continue }
        mark(canvas.glyph(of: pixel), pixel.ink, column: room.x + column, row: room.y + row)
      }
    }
  }
}

extension Style {
  /// A style that can be read on a step of the density ramp, in any theme: the terminal's text
  /// colour on the half of the ramp near its background, its background colour on the other.
  static func readable(on ground: Ink) -> Style {
    guard let step = ground.densityStep, step >= Ink.densitySteps / 2 else {
      return Style(.plain, on: ground)
    }
    return Style(ground, on: .plain, .reverse)
  }
}
