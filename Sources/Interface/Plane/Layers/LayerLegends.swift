import TextScreen

/// What the layers mean, at the edges of the plane: in the first row what is under the cloud, below it
/// a row for each that is over it, and in the lower edge of the frame the particle.
enum LayerLegends {
  static func draw(_ state: AppState, on surface: inout Surface, in room: Rect) {
    let layers = state.layers.filter { $0.legend != nil && $0.isSeen(in: state) }
    let isTaken = drawFirst(layers, state, on: &surface, in: room)
    drawRows(layers, state, on: &surface, below: isTaken ? 1 : 0, in: room)
    let edge = LessonHighlight.rest(
      of: Rect(x: room.x, y: room.maxY, width: room.width, height: 1), in: .plane, state)
    for layer in layers {
      if case .foot(let draw) = layer.legend { draw(state, &surface, edge) }
    }
  }

  /// - Returns: whether the first row is kept for somebody.
  private static func drawFirst(
    _ layers: [PlaneLayer], _ state: AppState, on surface: inout Surface, in room: Rect
  ) -> Bool {
    let row = Rect(x: room.x, y: room.y, width: room.width, height: 1)
    var isTaken = false
    for layer in layers {
      guard case .first(let isThere, let draw) = layer.legend, isThere(state) else { continue }
      draw(state, isTaken, &surface, row)
      isTaken = true
    }
    return isTaken
  }

  /// How many rows one layer's legend may take on a narrow plane.
  private static let mostRows = 2

  private static func drawRows(
    _ layers: [PlaneLayer], _ state: AppState, on surface: inout Surface, below taken: Int,
    in room: Rect
  ) {
    var rest = room
    _ = rest.takeTop(taken)
    for layer in layers.sorted(by: { $0.rank < $1.rank }) {
      guard case .row(let words) = layer.legend else { continue }
      let lines = lines(of: words(state, surface.glyphs), within: rest.width - 1, surface.glyphs)
      let widths = lines.map { $0.columns(in: surface.glyphs) }
      guard lines.count <= mostRows, lines.count < rest.height,
        widths.allSatisfy({ $0 < rest.width })
      else { continue }
      for (line, width) in zip(lines, widths) {
        let row = rest.takeTop(1)
        surface.fill(Rect(x: row.x, y: row.y, width: width, height: 1))
        surface.write(line, in: row)
      }
    }
  }

  /// Beside each other as far as they fit; a part that is too long alone breaks at its spaces.
  private static func lines(
    of parts: [StyledText], within columns: Int, _ glyphs: Glyphs
  ) -> [StyledText] {
    StyledText.lines(of: parts, gap: "  ", within: columns, glyphs: glyphs)
      .flatMap { $0.wrapped(to: columns, glyphs: glyphs) }
  }

  /// A stretch of a line in its ink, before what it means.
  static func stroke(_ ink: Ink, _ glyphs: Glyphs) -> StyledText {
    StyledText(glyphs.unicodeText ? "━" : "-", Style(ink, on: .plain, .bold)) + " "
  }
}
