import Diffusion
import TextScreen

/// Where the plane lies in the world: the numbers of its axes, the origin, and the legend of the
/// marks.
enum PlaneEdges {
  /// A faint cross at the origin, when it is seen.
  static func drawOrigin(on surface: inout Surface, space: PlaneSpace) {
    guard let origin = space.cell(of: .zero) else { return }
    let cross: Unicode.Scalar = surface.glyphs.unicodeText ? "┼" : "+"
    surface[origin.column, origin.row] = Cell(cross, .ghost)
  }

  /// Round numbers along both axes, and the legends.
  static func draw(_ state: AppState, on surface: inout Surface, frame: Rect) {
    let room = frame.inset(by: 1)
    guard room.width >= 30, room.height >= 5 else { return }
    let space = PlaneSpace(state, room: room)
    PlaneTicks(space, units: state.stage.laboratory.frame).draw(on: &surface, frame: frame)
    let top = Rect(x: room.x, y: room.y, width: room.width, height: 1)
    GroundLegend.draw(state, on: &surface, in: top)
    DecisionLegend.draw(state, on: &surface, in: top)
    TiltedGround.drawLegend(state, on: &surface, in: top)
    GuidanceArrows.drawLegend(state, on: &surface, in: top)
    PlaneLegends.draw(state, on: &surface, in: room)
    let bottom = Rect(x: room.x, y: room.maxY - 1, width: room.width, height: 1)
    InspectionMarks.drawLegend(state, on: &surface, in: bottom.offset(columns: 0, rows: 1))
  }

  /// Says where the cloud is when none of it is in sight.
  static func drawAbsence(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    let points = state.frame.points
    guard !points.isEmpty, !points.contains(where: { space.cell(of: $0) != nil }) else { return }
    var row = space.room
    _ = row.takeTop(row.height / 2)
    let words = ["no point of the cloud is in sight; 0 shows it", "0 shows the cloud"]
    let text = words.first { $0.count <= row.width } ?? words[1]
    surface.write(text, in: row, align: .centre, style: .dim)
  }
}
