import Diffusion
import TextScreen

/// Where the plane lies in the world: the numbers of its axes, the origin, and where the cloud is when
/// it is out of sight.
enum PlaneEdges {
  /// Round numbers along both axes, and the legends.
  static func draw(_ state: AppState, on surface: inout Surface, frame: Rect) {
    let room = frame.inset(by: 1)
    guard room.width >= 30, room.height >= 5 else { return }
    let space = PlaneSpace(state, room: room)
    PlaneTicks(space, units: state.stage.laboratory.frame).draw(on: &surface, frame: frame)
    LayerLegends.draw(state, on: &surface, in: room)
  }

  /// A faint cross at the origin, when it is seen.
  fileprivate static func drawOrigin(on surface: inout Surface, space: PlaneSpace) {
    guard let origin = space.cell(of: .zero) else { return }
    let cross: Unicode.Scalar = surface.glyphs.unicodeText ? "┼" : "+"
    surface[origin.column, origin.row] = Cell(cross, .ghost)
  }

  /// Says where the cloud is when none of it is in sight.
  fileprivate static func drawAbsence(
    _ state: AppState, on surface: inout Surface, space: PlaneSpace
  ) {
    let points = state.frame.points
    guard !points.isEmpty, !points.contains(where: { space.cell(of: $0) != nil }) else { return }
    var row = space.room
    _ = row.takeTop(row.height / 2)
    let words = ["no point of the cloud is in sight; 0 shows it", "0 shows the cloud"]
    let text = words.first { $0.count <= row.width } ?? words[1]
    surface.write(text, in: row, align: .centre, style: .dim)
  }
}

extension PlaneLayer {
  static let origin = PlaneLayer(
    id: "origin", depth: .floor, draw: { PlaneEdges.drawOrigin(on: &$1, space: $0.space) })

  /// The way back to a cloud that is out of sight.
  static let absence = PlaneLayer(
    id: "absence", depth: .notice,
    draw: { PlaneEdges.drawAbsence($0.state, on: &$1, space: $0.space) })
}
