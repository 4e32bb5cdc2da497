extension DotCanvas {
  /// Lights the dots of many places of a plane: the hot loop of drawing a cloud.
  ///
  /// - Parameters:
  ///   - places: in units of the plane; what is not a number or beyond the canvas is left out.
  ///   - stride: every how many of them one is lit.
  ///   - middle: the place of the plane that falls onto `centre`.
  ///   - centre: in dots.
  ///   - scale: how many dots a unit is in each direction, negative where the plane runs the other
  ///     way.
  ///   - ink: of a place by its index; plain where nothing is said.
  public mutating func plot(
    _ places: [Place], every stride: Int = 1, middle: Place, at centre: Place, scale: Place,
    ink: ((_ index: Int) -> Ink)? = nil
  ) {
    let (width, height) = (Double(width), Double(height))
    for index in Swift.stride(from: 0, to: places.count, by: stride) {
      let dot = centre + (places[index] - middle) * scale
      // Also keeps out what is not a number, which no integer can hold.
      guard dot.x >= 0, dot.y >= 0, dot.x < width, dot.y < height else { continue }
      plot(at: dot, ink: ink.map { $0(index) } ?? .plain)
    }
  }
}
