import Diffusion

/// Where the particle that is looked into may have come from: lines around a half and nine tenths
/// of the exact posterior of its clean point.
enum PosteriorLobes {
  static func draw(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    guard let inspection = state.frame.inspection,
      let posterior = state.stage.laboratory.mixture.posterior(
        of: inspection.point, at: inspection.level)
    else { return }
    let raster = DensityRaster(
      posterior.diffused(to: .clean), of: posterior,
      size: Size(columns: space.room.width, rows: 2 * space.room.height), on: space.pixels)
    DensityContours.draw(
      raster, lines: [(0.9, .trail(1)), (0.5, .trail(2))], on: &surface, space: space)
  }
}
