import Diffusion
import TextScreen

extension ViewOptions.Ground {
  /// The energy that a network has learned, drawn as the exact one is; contours are of its own shares.
  static let landscape = ViewOptions.Ground(
    rawValue: "landscape", need: .landscape,
    notice: { _ in "ground: the learned energy of this level; every shade is a nat" },
    caption: { _ in "learned energy" }, lack: "no network of energies, no landscape",
    density: { marginal, state, size, grid in
      guard let energy = state.words.plane.landscape(state) else {
        return DensityRaster(marginal, size: size, on: grid)
      }
      let lattice = CoarseLattice(size: size, mostNodes: mostNodes) { pixels in
        energy(pixels.map { grid.place(ofDot: $0 + Point(0.5, 0.5)) }).map { -$0 }
      }
      return DensityRaster(values: lattice.interpolated())
    },
    draw: { moment, _, raster, surface in
      guard moment.state.words.plane.landscape(moment.state) != nil else { return }
      EnergyMap.draw(raster, on: &surface, space: moment.space)
    },
    drawLegend: {
      GroundLegend(
        name: "learned energy", darkest: "\(Ink.densitySteps - 1) nats up", brightest: "lowest"
      ).draw($0, on: &$1, in: $2)
    })

  /// How often a network is asked in a frame.
  private static let mostNodes = 2_000
}
