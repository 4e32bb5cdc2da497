extension DotCanvas {
  /// Lights every third dot between two places, given in dots as for a full line.
  ///
  /// - Parameter offset: how many dots of the line came before, when it goes round corners.
  public mutating func dottedLine(from start: Place, to end: Place, offset: Double = 0, ink: Ink) {
    let length = (end - start).norm
    guard length.isFinite, length > 0 else { return }
    if dots == .vector {
      guard let (first, last) = clipped(start, end) else { return }
      let middle = Place(0.5, 0.5)
      vector.add(from: first + middle, to: last + middle, ink, isDotted: true)
      return
    }
    let unit = (end - start) / length
    let first = 3 - offset.truncatingRemainder(dividingBy: 3)
    // Both ends may lie far outside; no line is longer than it can be seen.
    for distance in stride(from: first, through: min(length, Double(4 * (width + height))), by: 3) {
      let dot = (start + distance * unit).rounded(.toNearestOrAwayFromZero)
      guard dot.x >= 0, dot.y >= 0, dot.x < Double(width), dot.y < Double(height) else { continue }
      plot(x: Int(dot.x), y: Int(dot.y), ink: ink)
    }
  }
}
