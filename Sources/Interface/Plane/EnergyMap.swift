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
