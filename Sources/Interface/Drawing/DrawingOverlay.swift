import Diffusion
import TextScreen

/// The drawing board in the place of the screen: the points drawn, the cursor, how many fit.
enum DrawingOverlay {
  static func draw(_ state: AppState, on surface: inout Surface, in screen: Rect) {
    guard let drawing = state.drawing else { return }
    surface.clipped(to: screen) { surface in
      surface.fill(screen)
      let most = Text.count(Stage.mostComponents)
      surface.drawBox(
        screen, title: "draw the data", trailing: words(for: drawing, most: most), style: .accent,
        trailingStyle: .plain)
      let space = DrawingSpace(room(in: screen))
      surface.clipped(to: space.room) { surface in
        drawAxes(on: &surface, space)
        drawSites(drawing, on: &surface, space)
        drawCursor(drawing, on: &surface, space)
        if drawing.sites.isEmpty { drawHint(on: &surface, in: space.room) }
      }
    }
  }

  /// The board on a screen of this size.
  static func room(on size: Size) -> Rect { room(in: ScreenLayout.overlays(on: size)) }

  private static func room(in screen: Rect) -> Rect { screen.inset(by: 1) }

  private static func words(for drawing: Drawing, most: String) -> String {
    let tool = drawing.tool == .brush ? drawing.isPenDown ? "pen down" : "brush" : "eraser"
    return "\(tool) \(2 * drawing.radius + 1) wide   class \(drawing.label + 1)   "
      + "\(Text.count(drawing.sites.count)) of \(most) points"
  }

  private static func drawAxes(on surface: inout Surface, _ space: DrawingSpace) {
    let origin = space.cell(of: Drawing.Site(column: 0, row: 0))
    for column in space.room.columns {
      surface[column, origin.row] = Cell(surface.glyphs.dottedHorizontal, .border)
    }
    for row in space.room.rows {
      surface[origin.column, row] = Cell(surface.glyphs.dottedVertical, .border)
    }
  }

  private static func drawSites(
    _ drawing: Drawing, on surface: inout Surface, _ space: DrawingSpace
  ) {
    let dots = surface.glyphs.dots
    var canvas = DotCanvas(size: space.room.size, dots: dots)
    let projection = space.projection(dots: dots.perCell)
    for (site, label) in drawing.sites {
      let dot = projection.dot(of: Drawing.place(of: site))
      guard dot.x >= 0, dot.y >= 0 else { continue }
      // Of several classes in a cell the last is seen, whatever the order of the sites.
      canvas.plot(x: Int(dot.x), y: Int(dot.y), ink: .label(label), weight: UInt8(label))
    }
    canvas.drawClasses(onto: &surface, in: space.room)
  }

  private static func drawCursor(
    _ drawing: Drawing, on surface: inout Surface, _ space: DrawingSpace
  ) {
    let place = space.cell(of: drawing.cursor)
    let glyph = drawing.tool == .brush ? surface.glyphs.cross : surface.glyphs.ring
    surface[place.column, place.row] = Cell(
      glyph, Style(.cursor, on: .plain, drawing.isPenDown ? [.bold, .reverse] : .bold))
  }

  private static func drawHint(on surface: inout Surface, in room: Rect) {
    let lines = [
      "hold the mouse and draw, or move with the arrow keys and press space",
      "right button erases, wheel sizes, 1-8 choose a class, enter diffuses it",
    ]
    let wrapped = lines.flatMap { TextWrap.lines($0, width: room.width) }
    for (offset, line) in wrapped.enumerated() {
      let row = Rect(x: room.x, y: room.y + 1 + offset, width: room.width, height: 1)
      surface.write(line, in: row, align: .centre, style: .dim)
    }
  }
}

extension OverlayKind {
  /// The mouse draws in it.
  static let drawing = OverlayKind(
    id: "drawing", draw: { DrawingOverlay.draw($0, on: &$1, in: $2) }, click: { _, _ in [] })
}
