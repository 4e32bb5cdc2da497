import Diffusion
import TextScreen

/// What the layers of the plane are drawn from: the state, where its world lies on the cells, and the
/// exact distribution of the moment, worked out once for all of them.
struct PlaneMoment {
  let state: AppState
  let space: PlaneSpace
  /// The exact distribution of the points; nil where there is none.
  let marginal: Marginal?
  /// The exact density at every pixel, or what the ground has in its place; nil where no layer asks
  /// for it, and where there is none.
  let raster: DensityRaster?

  /// - Parameter layers: those to be drawn.
  init(_ state: AppState, room: Rect, for layers: [PlaneLayer]) {
    self.state = state
    space = PlaneSpace(state, room: room)
    marginal = state.marginal
    guard let marginal, layers.contains(where: \.needsDensity) else {
      raster = nil
      return
    }
    let size = Size(columns: room.width, rows: 2 * room.height)
    raster = state.view.ground.density(marginal, state, size, space.pixels)
  }

  /// Whether dots can be told from the ground: where that is shaded with characters, they cannot.
  func showsDots(on surface: Surface) -> Bool {
    surface.glyphs.haveGround || state.view.ground == .off
  }
}
