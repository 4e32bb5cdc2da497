import Diffusion

/// Where a few particles have been: lines that fade towards their beginning.
///
/// A trail is as long as what it can tell. The smooth path of an ODE is shown whole; of a random
/// walk, whose whole path would be a scribble over the cloud, the last stretch of the same length.
enum PlaneTrails {
  /// How long the bright part and the whole of a trail are, in half heights of the plane.
  private static let brightLength = 0.35
  private static let wholeLength = 0.9

  static func draw(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    var canvas = DotCanvas(size: space.room.size, dots: surface.glyphs.dots)
    let projection = space.projection(dots: canvas.dots.perCell)
    let unit = Double(min(canvas.height, canvas.width)) / 2
    for (index, path) in state.trails.paths.enumerated() {
      guard var last = path.last.map(projection.middle) else { continue }
      var length = 0.0
      for place in path.dropLast().reversed() where length < wholeLength * unit {
        let dot = projection.middle(of: place)
        let step = (dot - last).length
        // Steps within one dot add nothing but work.
        guard step >= 1 else { continue }
        if length < brightLength * unit {
          canvas.line(from: last, to: dot, ink: .trail(index), weight: 2)
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
