import Diffusion
import Foundation
import TextScreen

/// How far the network's answer is from the exact one, at every place where points come.
///
/// The answers have about unit length, so that all levels can be compared: every step of the ramp is
/// twice the error of the one before.
enum ErrorMap {
  /// The error of the lowest step; smaller ones are not painted.
  static let least = 0.01
  /// The share of the exact density within which the error matters: elsewhere no point comes.
  private static let share = 0.998
  /// How often both models may be asked in one frame.
  private static let budget = 1_500_000
  private static let mostNodes = 1_300

  static func draw(
    _ marginal: Marginal, _ raster: DensityRaster, _ state: AppState,
    on surface: inout Surface, space: PlaneSpace
  ) {
    paint(state.words.plane.error(marginal, state), marginal, raster, on: &surface, space: space)
  }

  /// Shades what a network does wrong at every place where points come; nothing where there is
  /// nothing to say.
  static func paint(
    _ error: (@Sendable ([Point]) -> [Double])?, _ marginal: Marginal, _ raster: DensityRaster,
    on surface: inout Surface, space: PlaneSpace
  ) {
    guard let error, let threshold = raster.threshold(holding: share) else { return }
    var map = HalfBlockMap(size: space.room.size)
    let components = max(1, marginal.count)
    let grid = space.pixels
    let lattice = CoarseLattice(
      size: Size(columns: map.width, rows: map.height),
      mostNodes: min(mostNodes, budget / components)
    ) { pixels in
      let places = pixels.map { grid.place(ofDot: $0 + Point(0.5, 0.5)) }
      return error(places)
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

extension ViewOptions.Ground {
  static let error = ViewOptions.Ground(
    rawValue: "error", need: .network,
    notice: { _ in
      "ground: |learned - exact| of the predicted noise; every shade doubles it, from 0.01"
    }, caption: { _ in "error" }, lack: "no network, no error",
    draw: { ErrorMap.draw($1, $2, $0.state, on: &$3, space: $0.space) },
    drawLegend: {
      GroundLegend(name: "|learned \($1.glyphs.minus) exact|", doublingFrom: ErrorMap.least)
        .draw($0, on: &$1, in: $2)
    })
}
