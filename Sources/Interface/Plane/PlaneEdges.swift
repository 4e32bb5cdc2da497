import Diffusion

/// Where the plane lies in the world: its corners, the origin, and the legend of the marks.
enum PlaneEdges {
  /// A faint cross at the origin, when it is seen.
  static func drawOrigin(on surface: inout Surface, space: PlaneSpace) {
    guard let origin = space.cell(of: .zero) else { return }
    let cross: Unicode.Scalar = surface.glyphs.unicodeText ? "┼" : "+"
    surface[origin.column, origin.row] = Cell(cross, .ghost)
  }

  /// The world places of two corners, which name both ends of both axes, and the legend.
  static func draw(_ state: AppState, on surface: inout Surface, frame: Rect) {
    let room = frame.inset(by: 1)
    guard room.width >= 30, room.height >= 5 else { return }
    let space = PlaneSpace(state, room: room)
    let low = space.place(atColumn: room.x, row: room.maxY - 1)
    let high = space.place(atColumn: room.maxX - 1, row: room.y)
    let top = Rect(x: room.x, y: room.y, width: room.width, height: 1)
    surface.write(corner(high), in: top, align: .right, style: .ghost)
    GroundLegend.draw(state, on: &surface, in: top)
    DecisionLegend.draw(state, on: &surface, in: top)
    TiltedGround.drawLegend(state, on: &surface, in: top)
    GuidanceArrows.drawLegend(state, on: &surface, in: top)
    PlaneLegends.draw(state, on: &surface, in: room)
    let bottom = Rect(x: room.x, y: room.maxY - 1, width: room.width, height: 1)
    surface.write(corner(low), in: bottom, align: .left, style: .ghost)
    InspectionMarks.drawLegend(state, on: &surface, in: bottom.offset(columns: 0, rows: 1))
  }

  private static func corner(_ place: Point) -> String {
    "x \(Text.short(place.x)) y \(Text.short(place.y))"
  }
}
