import Diffusion
import Foundation
import TextScreen

/// The curl of the network's field where it should have none; every step of the ramp is twice the one
/// before.
enum CurlMap {
  static let least = 0.02
  private static let share = 0.998
  private static let mostNodes = 500
  /// How many exponentials one frame may spend on the exact velocity.
  private static let budget = 1_500_000
  /// Half the distance over which differences are taken, in units of the cloud's size.
  private static let reach = 0.02

  /// A field, and the length over which its curl is measured.
  struct Field {
    let answers: ([Point]) -> [Point]
    let unit: Double
  }

  static func draw(
    _ marginal: Marginal, _ raster: DensityRaster, _ state: AppState,
    on surface: inout Surface, space: PlaneSpace
  ) {
    guard let field = state.words.plane.fieldWithoutCurl(state),
      let threshold = raster.threshold(holding: share)
    else { return }
    var map = HalfBlockMap(size: space.room.size)
    let grid = space.pixels
    let lattice = CoarseLattice(
      size: Size(columns: map.width, rows: map.height),
      mostNodes: min(mostNodes, budget / (4 * max(1, marginal.count)))
    ) { pixels in
      let places = pixels.map { grid.place(ofDot: $0 + Point(0.5, 0.5)) }
      return curls(at: places, unit: field.unit, of: field.answers)
    }
    for (index, curl) in lattice.interpolated().enumerated()
    where curl >= least && raster.values[index] > threshold {
      map[index % map.width, index / map.width] = .density(Int(log2(curl / least)))
    }
    map.draw(onto: &surface, in: space.room)
  }

  /// The size of the curl of a field, by central differences.
  ///
  /// - Parameter unit: the length it is measured over.
  static func curls(
    at places: [Point], unit: Double, of field: ([Point]) -> [Point]
  ) -> [Double] {
    let step = reach * unit
    let offsets = [Point(step, 0), Point(-step, 0), Point(0, step), Point(0, -step)]
    let answers = offsets.map { offset in field(places.map { $0 + offset }) }
    return places.indices.map { i in
      let alongX = answers[0][i].y - answers[1][i].y
      let alongY = answers[2][i].x - answers[3][i].x
      return abs(alongX - alongY) / (2 * reach)
    }
  }
}

extension ViewOptions.Ground {
  static let curl = ViewOptions.Ground(
    rawValue: "curl", need: .network, notice: { $0.curl.notice }, caption: { $0.curl.caption },
    lack: "no network, no curl",
    draw: { CurlMap.draw($1, $2, $0.state, on: &$3, space: $0.space) },
    drawLegend: {
      GroundLegend(name: $0.words.curl.legend, doublingFrom: CurlMap.least)
        .draw($0, on: &$1, in: $2)
    })
}
