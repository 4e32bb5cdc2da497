import Diffusion
import Foundation

/// The exact density at this level, shaded under the cloud.
enum ExactHeat {
  /// How many exponentials one frame may spend on the map.
  private static let budget = 150_000

  /// Shares of the peak density below which nothing is painted, so that the ground stays calm.
  private static let faintest = 0.004

  static func draw(
    _ diffused: DiffusedMixture, _ state: AppState, on surface: inout Surface, space: PlaneSpace
  ) {
    let size = Size(columns: space.room.width, rows: 2 * space.room.height)
    let components = state.stage.laboratory.mixture.components.count
    let projection = space.projection(dots: Size(columns: 1, rows: 2))
    let lattice = CoarseLattice(size: size, mostNodes: budget / max(1, components)) { x, y in
      diffused.logDensity(at: projection.place(ofDot: Point(x + 0.5, y + 0.5)))
    }
    let values = lattice.interpolated()
    guard let peak = values.max(), peak.isFinite else { return }
    var map = HalfBlockMap(size: space.room.size)
    // Steps are even in the square root of the density: a Gaussian becomes a few calm rings.
    let floor = faintest.squareRoot()
    for index in values.indices {
      let share = exp((values[index] - peak) / 2)
      guard share > floor else { continue }
      map[index % size.columns, index / size.columns] =
        .density(Int((share - floor) / (1 - floor) * Double(Ink.densitySteps)))
    }
    map.draw(onto: &surface, in: space.room)
  }
}
