import Diffusion
import TextScreen

/// Where a few particles have been: lines that fade towards their beginning.
///
/// A trail is as long as what it can tell. The smooth path of an ODE is shown whole; of a random
/// walk, whose whole path would be a scribble over the cloud, the last stretch of the same length.
enum PlaneTrails {
  /// How long the bright part and the whole of a trail are, in half heights of the plane.
  struct Length: Sendable {
    let bright: Double
    let whole: Double
  }

  static func draw(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    var canvas = DotCanvas(size: space.room.size, dots: surface.glyphs.dots)
    let projection = space.projection(dots: canvas.dots.perCell)
    let unit = Double(min(canvas.height, canvas.width)) / 2
    let labels = state.colour == .label ? state.stage.labels(state.frame.direction) : nil
    let most = state.words.plane.trail
    for (index, path) in state.trails.paths.enumerated() {
      let particle = state.trails.particles[index]
      let label = labels.flatMap { $0.indices.contains(particle) ? $0[particle] : nil }
      let ink = label.map(Ink.label) ?? .trail(index)
      guard var last = path.last.map(projection.middle) else { continue }
      var length = 0.0
      for place in path.dropLast().reversed() where length < most.whole * unit {
        let dot = projection.middle(of: place)
        let step = (dot - last).length
        // Steps within one dot add nothing but work.
        guard step >= 1 else { continue }
        if length < most.bright * unit {
          canvas.line(from: last, to: dot, ink: ink, weight: 2)
        } else {
          canvas.dottedLine(from: last, to: dot, offset: length, ink: .ghost)
        }
        length += step
        last = dot
      }
    }
    surface.overlay(canvas, in: space.room)
  }
}

extension PlaneLayer {
  static let trails = PlaneLayer(
    id: "trails", depth: .cloud,
    toggle: Toggle(
      word: "trails", summary: "the paths of a few particles", key: .character("y"),
      keyTitle: "trails of a few particles", isOnAtFirst: true),
    draw: { moment, surface in
      guard moment.showsDots(on: surface) else { return }
      PlaneTrails.draw(moment.state, on: &surface, space: moment.space)
    })
}
