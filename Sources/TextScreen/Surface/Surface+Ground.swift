extension Glyphs {
  /// Whether a cell can be filled with one colour and still show a character in another.
  public var haveGround: Bool { paper && unicodeText }
}

extension Surface {
  /// The colour a cell is filled with, to become the paper of what is drawn over it.
  public func ground(column: Int, row: Int) -> Ink {
    guard glyphs.haveGround else { return .plain }
    let cell = self[column, row]
    // A block, or a reversed cell, is filled with its ink.
    let isFilledByInk: Bool
    switch cell.unicodeScalar {
    case "█", "▀", "▄": isFilledByInk = true
    default: isFilledByInk = cell.attributes.contains(.reverse)
    }
    return isFilledByInk && cell.ink.densityStep != nil ? cell.ink : cell.paper
  }

  /// Draws a mark that keeps the ground of the cell it is in. On a shade it stands in a hole, so that
  /// its colour can be read as everywhere else.
  public mutating func mark(
    _ glyph: Unicode.Scalar, _ ink: Ink, _ attributes: Attributes = [], column: Int, row: Int
  ) {
    let ground = ground(column: column, row: row)
    let paper = ground.densityStep == nil ? ground : .plain
    self[column, row] = Cell(glyph, Style(ink, on: paper, attributes))
  }

  /// Draws the lit cells of a canvas in their own inks, keeping the ground of each cell; on a shade,
  /// where no ink is sure to be seen, in one that is.
  public mutating func overlay(_ canvas: DotCanvas, in room: Rect) {
    if canvas.dots == .vector {
      canvas.drawShapes(onto: &self, in: room)
      return
    }
    draw(canvas, in: room) { pixel, _, ground in
      ground.densityStep == nil ? Style(pixel.ink, on: ground) : .readable(on: ground)
    }
  }

  /// Draws the lit cells of a canvas in an ink for each, and where there is a ground in one that can
  /// be read on it.
  ///
  /// - Parameter inks: of the cells of the canvas, row after row; points drawn as shapes have that of
  ///   their cell.
  public mutating func overlay(_ canvas: DotCanvas, in room: Rect, inks: [Ink]) {
    if canvas.dots == .vector {
      canvas.drawShapes(onto: &self, in: room, inks: inks)
      return
    }
    draw(canvas, in: room) { _, cell, ground in
      ground == .plain ? Style(inks[cell]) : .readable(on: ground)
    }
  }

  @inline(__always)
  private mutating func draw(
    _ canvas: DotCanvas, in room: Rect,
    style: (_ pixel: DotCanvas.Pixel, _ cell: Int, _ ground: Ink) -> Style
  ) {
    for row in 0..<room.height {
      for column in 0..<room.width {
        let index = row * canvas.size.columns + column
        let pixel = canvas.pixels[index]
        guard pixel.mask != 0 else { continue }
        let (x, y) = (room.x + column, room.y + row)
        let style = style(pixel, index, ground(column: x, row: y))
        self[x, y] = Cell(canvas.glyph(of: pixel), style)
      }
    }
  }
}

extension Style {
  /// A style that can be read on a step of the density ramp, in any theme.
  public static func readable(on ground: Ink) -> Style {
    guard let step = ground.densityStep else { return Style(.plain, on: ground) }
    return Style(.text(onDensity: step), on: ground)
  }
}
