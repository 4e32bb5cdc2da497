import Diffusion
import TextScreen

/// How real a discriminator takes every place for, from 0 to 1 in even shades.
enum DiscriminatorMap {
  /// How often it is asked in one frame.
  private static let mostNodes = 1_300

  static func draw(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    guard let verdict = state.words.plane.verdict(state) else { return }
    var map = HalfBlockMap(size: space.room.size)
    let grid = space.pixels
    let lattice = CoarseLattice(
      size: Size(columns: map.width, rows: map.height), mostNodes: mostNodes
    ) { pixels in
      verdict(pixels.map { grid.place(ofDot: $0 + Point(0.5, 0.5)) })
    }
    for (index, share) in lattice.interpolated().enumerated() {
      map[index % map.width, index / map.width] = .density(shade(of: share))
    }
    map.draw(onto: &surface, in: space.room)
  }

  /// The step of the ramp for a share from 0 to 1.
  static func shade(of share: Double) -> Int {
    min(Ink.densitySteps - 1, Int(share * Double(Ink.densitySteps)))
  }
}

extension ViewOptions.Ground {
  /// What the discriminator says of every place. Against samples of a density q the best one says
  /// `p / (p + q)` of data p.
  static let discriminator = ViewOptions.Ground(
    rawValue: "discriminator", need: .discriminator,
    notice: { _ in
      "ground: D of a place, how likely it is real; the best is p/(p+q), 1/2 everywhere at the end"
    }, caption: { _ in "D" }, lack: "no network, no discriminator",
    draw: { moment, _, _, surface in
      DiscriminatorMap.draw(moment.state, on: &surface, space: moment.space)
    },
    drawLegend: {
      GroundLegend(name: "D", darkest: "0 sample", brightest: "1 real").draw($0, on: &$1, in: $2)
    })
}
