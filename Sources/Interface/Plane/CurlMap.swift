import Diffusion
import Foundation

/// The curl of the network's field. The exact score is a gradient and has none: what curl there is,
/// the network has made up.
///
/// It is the curl of the predicted noise per unit of the cloud's own size; every step of the ramp
/// is twice the one before.
enum CurlMap {
  static let least = 0.02
  private static let share = 0.998
  private static let mostNodes = 500
  /// Half the distance over which differences are taken, in units of the cloud's size.
  private static let reach = 0.02

  static func draw(
    _ raster: DensityRaster, _ state: AppState, on surface: inout Surface, space: PlaneSpace
  ) {
    let level = state.frame.level
    guard let learned = state.learnedDenoiser, !level.isClean,
      let threshold = raster.threshold(holding: share)
    else { return }
    var map = HalfBlockMap(size: space.room.size)
    let grid = space.pixels
    let lattice = CoarseLattice(
      size: Size(columns: map.width, rows: map.height), mostNodes: mostNodes
    ) { pixels in
      let places = pixels.map { grid.place(ofDot: $0 + Point(0.5, 0.5)) }
      let unit = state.stage.laboratory.mixture.spread * level.alpha + level.sigma
      return curls(of: learned, at: places, level: level, unit: unit)
    }
    for (index, curl) in lattice.interpolated().enumerated()
    where curl >= least && raster.values[index] > threshold {
      map[index % map.width, index / map.width] = .density(Int(log2(curl / least)))
    }
    map.draw(onto: &surface, in: space.room)
  }

  /// The size of the curl of the predicted noise, by central differences.
  ///
  /// - Parameter unit: the length it is measured over.
  static func curls(
    of model: any Denoiser, at places: [Point], level: NoiseLevel, unit: Double
  ) -> [Double] {
    let step = reach * unit
    let offsets = [Point(step, 0), Point(-step, 0), Point(0, step), Point(0, -step)]
    let answers = offsets.map { offset in
      model.estimates(of: places.map { $0 + offset }, at: level)
    }
    return places.indices.map { i in
      let alongX = answers[0][i].noise.y - answers[1][i].noise.y
      let alongY = answers[2][i].noise.x - answers[3][i].noise.x
      return abs(alongX - alongY) / (2 * reach)
    }
  }
}
