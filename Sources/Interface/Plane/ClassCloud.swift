import Diffusion
import TextScreen

/// The cloud coloured by class; where colour cannot be relied on, each class has a shape instead.
enum ClassCloud {
  /// Hits from which a shape is emphasized, because it cannot show how many points it stands for.
  private static let crowded = 4

  static func draw(_ canvas: DotCanvas, on surface: inout Surface, in room: Rect) {
    if canvas.dots == .vector {
      // A point has the ink of its class, or where particles belong to none that of its cell.
      let isByCell = canvas.inkOfFirstPoint == .plain
      canvas.drawShapes(
        onto: &surface, in: room, colour: isByCell ? { canvas.pixels[$0].ink } : nil)
      drawShapes(canvas, on: &surface, in: room)
      return
    }
    let needsShapes = !surface.glyphs.paper || surface.glyphs.dots == .ascii
    for row in 0..<room.height {
      for column in 0..<room.width {
        let pixel = canvas.pixels[row * room.width + column]
        guard pixel.mask != 0 else { continue }
        let (x, y) = (room.x + column, room.y + row)
        var style = Style(pixel.ink, on: surface.ground(column: x, row: y))
        if needsShapes && pixel.hits >= crowded { style = style.with(.bold) }
        let glyph =
          needsShapes
          ? surface.glyphs.marker(ofLabel: pixel.ink.labelIndex ?? 0) : canvas.glyph(of: pixel)
        surface[x, y] = Cell(glyph, style)
      }
    }
    if !needsShapes { drawShapes(canvas, on: &surface, in: room) }
  }

  /// Puts the shape of each class where most of its points are, so that colour is not the only
  /// thing that tells them apart.
  private static func drawShapes(_ canvas: DotCanvas, on surface: inout Surface, in room: Rect) {
    var densest: [Int: (hits: UInt16, cell: Int)] = [:]
    for (cell, pixel) in canvas.pixels.enumerated() where pixel.mask != 0 {
      guard let label = pixel.ink.labelIndex, pixel.hits > densest[label]?.hits ?? 0 else {
        continue
      }
      densest[label] = (pixel.hits, cell)
    }
    for (label, place) in densest {
      let (x, y) = (room.x + place.cell % room.width, room.y + place.cell / room.width)
      // A letter in the colour of the background on one of the class: readable on any ground.
      let style = Style(.label(label), on: .plain, [.bold, .reverse])
      surface[x, y] = Cell(surface.glyphs.marker(ofLabel: label), style)
    }
  }
}

extension DotCanvas {
  /// How many exponentials one frame may spend on classes.
  private static let budget = 150_000

  /// Gives every lit cell the class most likely there, by the exact mixture at this level.
  ///
  /// Mixtures of very many components are asked once for a block of neighbouring cells.
  mutating func colourByPosterior(
    of diffused: DiffusedMixture, components: Int, space: PlaneSpace
  ) {
    let affordable = max(1, Self.budget / max(1, components))
    var block = 1
    while (size.columns / block + 1) * (size.rows / block + 1) > affordable { block += 1 }
    let perRow = size.columns / block + 1
    var known = [Ink?](repeating: nil, count: perRow * (size.rows / block + 1))
    for index in pixels.indices where pixels[index].mask != 0 {
      let (column, row) = (index % size.columns / block, index / size.columns / block)
      let ink =
        known[row * perRow + column]
        ?? .label(
          diffused.likeliestLabel(
            at: space.place(
              atColumn: space.room.x + column * block + block / 2,
              row: space.room.y + row * block + block / 2)))
      known[row * perRow + column] = ink
      recolour(cell: index, ink)
    }
  }
}

extension DiffusedMixture {
  /// The index of the label with the largest posterior probability at a point.
  func likeliestLabel(at point: Point) -> Int {
    let posterior = labelPosterior(at: point)
    return posterior.indices.max { posterior[$0] < posterior[$1] } ?? 0
  }
}

extension Ink {
  /// Which class of the cycle this ink stands for, if it is one of theirs.
  var labelIndex: Int? {
    (0..<Self.labelCount).first { Ink.label($0) == self }
  }
}
