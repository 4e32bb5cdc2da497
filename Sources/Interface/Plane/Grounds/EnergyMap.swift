import Diffusion
import TextScreen

/// The energy, minus the logarithm of the exact density: a landscape in which points roll downhill.
///
/// Every step of the ramp is one nat; the deepest places are the brightest.
enum EnergyMap {
  static func draw(_ raster: DensityRaster, on surface: inout Surface, space: PlaneSpace) {
    guard let peak = raster.peak else { return }
    var map = HalfBlockMap(size: space.room.size)
    for (index, value) in raster.values.enumerated() {
      let nats = peak - value
      guard nats < Double(Ink.densitySteps) else { continue }
      map[index % map.width, index / map.width] = .density(Ink.densitySteps - 1 - Int(nats))
    }
    map.draw(onto: &surface, in: space.room)
  }
}

extension ViewOptions.Ground {
  static let energy = ViewOptions.Ground(
    rawValue: "energy",
    notice: { _ in "ground: energy, minus the logarithm of the density; every shade is a nat" },
    caption: { _ in "energy" },
    draw: { EnergyMap.draw($2, on: &$3, space: $0.space) },
    drawLegend: {
      GroundLegend(
        name: "energy \($1.glyphs.minus)log p", darkest: "\(Ink.densitySteps - 1) nats up",
        brightest: "lowest"
      ).draw($0, on: &$1, in: $2)
    })
}
