import Diffusion
import TextScreen

/// The plane: the cloud at this moment and whatever else the view asks to see with it.
/// Each is a `PlaneLayer`.
public enum PlanePanel {
  /// - Parameter isInHand: false for the other side of a comparison.
  public static func draw(
    _ state: AppState, isInHand: Bool = true, on surface: inout Surface, in rect: Rect
  ) {
    let caption = PlaneCaption(state, glyphs: surface.glyphs)
    let room = PanelFrame.draw(
      title: caption.title, trailing: caption.variant(fitting: rect.width),
      isFocused: isInHand && state.focus == .plane, on: &surface, in: rect)
    surface.clipped(to: rect) { surface in
      surface.clipped(to: room) { surface in
        drawLayers(state, on: &surface, in: room)
      }
      if !state.view.showsFilm { PlaneEdges.draw(state, on: &surface, frame: rect) }
    }
  }

  /// The place of the world in the middle of a cell of the screen; nil outside the plane.
  public static func place(
    atColumn column: Int, row: Int, state: AppState, layout: ScreenLayout
  ) -> Point? {
    let room = layout.plane.inset(by: 1)
    guard room.contains(column: column, row: row) else { return nil }
    return PlaneSpace(state, room: room).place(atColumn: column, row: row)
  }

  private static func drawLayers(_ state: AppState, on surface: inout Surface, in room: Rect) {
    guard !room.isEmpty else { return }
    if state.view.showsFilm {
      FilmStrip.draw(state, on: &surface, in: room)
      return
    }
    let layers = state.layers.filter { $0.isSeen(in: state) }
    let moment = PlaneMoment(state, room: room, for: layers)
    for layer in layers { layer.draw(moment, &surface) }
  }
}

extension Panel {
  public static let plane = Panel(
    id: "plane", title: "plane", words: PlanePanel.words, stand: .plane,
    draw: { PlanePanel.draw($0, on: &$1, in: $2) }, press: { $0.pressPlane($1, $2) })
}
