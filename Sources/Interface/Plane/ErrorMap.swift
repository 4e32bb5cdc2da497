import Diffusion
import Foundation

/// How far the network's answer is from the exact one, at every place where points come.
///
/// It is the distance between the two predictions of the noise, whose own length is about 1, so
/// that all levels can be compared: every step of the ramp is twice the error of the one before.
enum ErrorMap {
  /// The error of the lowest step; smaller ones are not painted.
  static let least = 0.01
  /// The share of the exact density within which the error matters: elsewhere no point comes.
  private static let share = 0.998
  /// How often both models may be asked in one frame.
  private static let budget = 1_500_000
  private static let mostNodes = 1_300

  static func draw(
    _ diffused: DiffusedMixture, _ raster: DensityRaster, _ state: AppState,
    on surface: inout Surface, space: PlaneSpace
  ) {
    guard let learned = state.learnedDenoiser, !diffused.level.isClean,
      let threshold = raster.threshold(holding: share)
    else { return }
    var map = HalfBlockMap(size: space.room.size)
    let components = state.stage.laboratory.mixture.components.count
    let grid = space.pixels
    let lattice = CoarseLattice(
      size: Size(columns: map.width, rows: map.height),
      mostNodes: min(mostNodes, budget / components)
    ) { pixels in
      let places = pixels.map { grid.place(ofDot: $0 + Point(0.5, 0.5)) }
      return errors(of: learned, against: diffused, at: places)
    }
    for (index, error) in lattice.interpolated().enumerated()
    where error >= least && raster.values[index] > threshold {
      map[index % map.width, index / map.width] = .density(Int(log2(error / least)))
    }
    map.draw(onto: &surface, in: space.room)
  }

  /// The distance between both predictions of the noise at every place.
  static func errors(
    of model: any Denoiser, against exact: DiffusedMixture, at places: [Point]
  ) -> [Double] {
    var truths = [Estimate](repeating: .zero, count: places.count)
    exact.estimate(places, into: &truths)
    return zip(model.estimates(of: places, at: exact.level), truths).map {
      ($0.noise - $1.noise).length
    }
  }
}
