import Diffusion
import TextScreen

/// A cross in the middle of the plane and beside it what the decoder makes of the place under it, with
/// the other numbers at their mean. The plane is moved under it, by keys or by the mouse.
enum PlaceUnderCross {
  static func draw(_ moment: PlaneMoment, on surface: inout Surface) {
    guard let weights = moment.state.latentWeights, let stage = moment.state.latentStage else {
      return
    }
    let (room, shape) = (moment.space.room, stage.process.settings.pictures.shape)
    let (column, row) = (room.x + room.width / 2, room.y + room.height / 2)
    let place = moment.space.place(atColumn: column, row: row)
    let size = PictureTiles.size(of: shape)
    if let picture = weights.pictures(at: [place]).first, room.width / 2 > size.columns + 2 {
      let corner = Rect(
        x: column + 2, y: row - size.rows / 2, width: size.columns, height: size.rows)
      PictureTiles.draw(picture, shape, on: &surface, at: corner)
    }
    surface.mark(surface.glyphs.cross, .cursor, .bold, column: column, row: row)
  }
}

extension PlaneLayer {
  static let placeUnderCross = PlaneLayer(
    id: "place", depth: .handle,
    toggle: Toggle(
      word: "place", summary: "the picture of the place in the middle of the plane",
      key: .character("5"),
      keyTitle: "latent pictures: a cross, and the picture of the place under it",
      obstacle: { state in
        if state.latentStage == nil { return "places are pictures in the method latent alone" }
        return state.latentWeights?.parts.autoencoder == nil
          ? "there is no decoder yet; t trains one" : nil
      },
      notice: { $0 ? "the picture of the place under the cross; look around to move it" : nil }),
    isThere: { $0.latentWeights?.parts.autoencoder != nil },
    draw: { PlaceUnderCross.draw($0, on: &$1) })
}
