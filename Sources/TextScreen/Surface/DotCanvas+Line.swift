extension DotCanvas {
  /// Lights the dots between two places, both ends included.
  ///
  /// Places are in dots and may lie anywhere; only what crosses the canvas is drawn. A line with
  /// an end that is not finite is not drawn.
  public mutating func line(from start: Place, to end: Place, ink: Ink, weight: UInt8 = 0) {
    guard let (first, last) = clipped(start, end) else { return }
    if dots == .vector {
      let middle = Place(0.5, 0.5)
      vector.add(from: first + middle, to: last + middle, ink, isDotted: false)
      return
    }
    let steps = max((last.x - first.x).magnitude, (last.y - first.y).magnitude).rounded(.up)
    for step in 0...Int(steps) {
      let share = steps == 0 ? 0 : Double(step) / steps
      let place = first + share * (last - first)
      plot(x: Int(place.x.rounded()), y: Int(place.y.rounded()), ink: ink, weight: weight)
    }
  }

  /// The part of a segment over the canvas (Liang and Barsky: each side bounds the parameter).
  func clipped(_ start: Place, _ end: Place) -> (Place, Place)? {
    let way = end - start
    guard start.hasFiniteCoordinates, end.hasFiniteCoordinates, way.hasFiniteCoordinates, width > 0,
      height > 0
    else { return nil }
    var enter = 0.0
    var leave = 1.0
    // Just short of half a dot, so that the ends round to dots of the canvas.
    let edge = 0.499
    let far = Place(Double(width - 1) + edge, Double(height - 1) + edge)
    let sides = [
      (-way.x, start.x + edge), (way.x, far.x - start.x),
      (-way.y, start.y + edge), (way.y, far.y - start.y),
    ]
    for (slope, distance) in sides {
      if slope == 0 {
        if distance < 0 { return nil }
      } else if slope < 0 {
        enter = max(enter, distance / slope)
      } else {
        leave = min(leave, distance / slope)
      }
    }
    guard enter <= leave else { return nil }
    // An end that is seen stays the very place, where the next line begins.
    return (start + enter * way, leave == 1 ? end : start + leave * way)
  }
}
