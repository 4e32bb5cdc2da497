import Diffusion
import Foundation
import TextScreen

/// The exact density at this level, shaded under the cloud.
enum ExactHeat {
  /// Shares of the peak density below which nothing is painted, so that the ground stays calm.
  private static let faintest = 0.004

  static func draw(_ raster: DensityRaster, on surface: inout Surface, space: PlaneSpace) {
    guard let peak = raster.peak else { return }
    var map = HalfBlockMap(size: space.room.size)
    // Steps are even in the square root of the density: a Gaussian becomes a few calm rings.
    let floor = faintest.squareRoot()
    for (index, value) in raster.values.enumerated() {
      let share = exp((value - peak) / 2)
      guard share > floor else { continue }
      map[index % map.width, index / map.width] =
        .density(Int((share - floor) / (1 - floor) * Double(Ink.densitySteps)))
    }
    map.draw(onto: &surface, in: space.room)
  }
}

extension ViewOptions.Ground {
  static let density = ViewOptions.Ground(
    rawValue: "density", notice: { _ in "ground: the exact density at this level" },
    caption: { _ in "exact density" },
    draw: { ExactHeat.draw($2, on: &$3, space: $0.space) },
    drawLegend: {
      GroundLegend(name: "exact density", darkest: "low", brightest: "high").draw(
        $0, on: &$1, in: $2)
    })
}
