/// A cloud whose inks are classes. Where colour cannot be relied on, each class has a shape instead.
extension DotCanvas {
  /// Hits from which a shape is emphasized, because it cannot show how many points it stands for.
  private static let crowded = 4

  /// Draws the lit cells in the inks of classes, `Ink.label`, and the shape of every class.
  ///
  /// - Parameter room: as large as the canvas.
  public func drawClasses(onto surface: inout Surface, in room: Rect) {
    if dots == .vector {
      // A point has the ink of its class, or where points belong to none that of its cell.
      let isByCell = vector.dots.first?.ink == .plain
      drawShapes(onto: &surface, in: room, inks: isByCell ? pixels.map(\.ink) : nil)
      drawMarkers(onto: &surface, in: room)
      return
    }
    let glyphs = surface.glyphs
    let needsShapes = glyphs.classShapes || !glyphs.paper || glyphs.dots == .ascii
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let pixel = pixels[row * size.columns + column]
        guard pixel.mask != 0 else { continue }
        let (x, y) = (room.x + column, room.y + row)
        var style = Style(pixel.ink, on: surface.ground(column: x, row: y))
        if needsShapes && pixel.hits >= Self.crowded { style = style.with(.bold) }
        let glyph =
          needsShapes
          ? surface.glyphs.marker(ofLabel: pixel.ink.labelIndex ?? 0) : glyph(of: pixel)
        surface[x, y] = Cell(glyph, style)
      }
    }
    if !needsShapes { drawMarkers(onto: &surface, in: room) }
  }

  /// Puts the shape of each class where most of its points are, so that colour is not the only
  /// thing that tells them apart.
  private func drawMarkers(onto surface: inout Surface, in room: Rect) {
    var densest = [(hits: UInt16, cell: Int)](repeating: (0, 0), count: Ink.labelCount)
    for (cell, pixel) in pixels.enumerated() where pixel.mask != 0 {
      guard let label = pixel.ink.labelIndex, pixel.hits > densest[label].hits else { continue }
      densest[label] = (pixel.hits, cell)
    }
    for (label, place) in densest.enumerated() where place.hits > 0 {
      let (x, y) = (room.x + place.cell % size.columns, room.y + place.cell / size.columns)
      // A letter in the colour of the background on one of the class: readable on any ground.
      let style = Style(.label(label), on: .plain, [.bold, .reverse])
      surface[x, y] = Cell(surface.glyphs.marker(ofLabel: label), style)
    }
  }

  /// Gives the dots of every lit cell another ink.
  ///
  /// - Parameter ink: asked once for each lit cell, by its index row after row.
  public mutating func recolour(_ ink: (_ cell: Int) -> Ink) {
    for index in pixels.indices where pixels[index].mask != 0 { pixels[index].ink = ink(index) }
  }
}
