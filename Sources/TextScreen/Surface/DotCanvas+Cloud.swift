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
  ///   - inks: of the places, also of those left out.
  public mutating func plot(
    _ places: [Place], every stride: Int = 1, middle: Place, at centre: Place, scale: Place,
    inks: CloudInks = .one(.plain)
  ) {
    let lattice = Lattice(stride: stride, middle: middle, centre: centre, scale: scale)
    switch inks {
    case .one(let ink):
      light(places, lattice) { _ in ink }
    case .labels(let labels):
      light(places, lattice) { $0 < labels.count ? .label(labels[$0]) : .plain }
    case .shares(let shares, let unknown):
      light(places, lattice) { index in
        guard index < shares.count, let share = shares[index] else { return unknown }
        return .density(share: share)
      }
    }
  }

  /// How places of a plane fall onto dots.
  private struct Lattice {
    let stride: Int
    let middle: Place
    let centre: Place
    let scale: Place
  }

  /// Becomes a loop of its own wherever it stands, with no call for the ink of a point.
  @inline(__always)
  private mutating func light(_ places: [Place], _ lattice: Lattice, ink: (_ index: Int) -> Ink) {
    let (width, height) = (Double(width), Double(height))
    for index in stride(from: 0, to: places.count, by: lattice.stride) {
      let dot = lattice.centre + (places[index] - lattice.middle) * lattice.scale
      // Also keeps out what is not a number, which no integer can hold.
      guard dot.x >= 0, dot.y >= 0, dot.x < width, dot.y < height else { continue }
      plot(at: dot, ink: ink(index))
    }
  }
}
