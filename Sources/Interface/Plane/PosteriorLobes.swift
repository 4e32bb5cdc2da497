import Diffusion

/// Where the particle that is looked into may have come from: lines around a half and nine tenths
/// of the exact posterior of its clean point.
enum PosteriorLobes {
  static func draw(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    guard let posterior = state.cleanPosterior else { return }
    let raster = DensityRaster(
      posterior.diffused(to: .clean), of: posterior,
      size: Size(columns: space.room.width, rows: 2 * space.room.height), on: space.pixels)
    DensityContours.draw(
      raster, lines: [(0.9, .trail(1)), (0.5, .trail(2))], on: &surface, space: space)
  }
}

extension AppState {
  /// The exact posterior of the clean point of the particle that is looked into; nil where it is
  /// clean, and where samples are paired and there is none.
  var cleanPosterior: GaussianMixture? {
    let laboratory = stage.laboratory
    if let inspection = frame.inspection {
      return laboratory.mixture.posterior(of: inspection.point, at: inspection.level)
    }
    return frame.passage.flatMap {
      laboratory.exactMotion?.posterior(of: $0.point, carrying: cargoOfParticle, at: $0.time)
    }
  }
}
