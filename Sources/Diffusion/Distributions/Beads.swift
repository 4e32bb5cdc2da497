/// Gaussian beads strung along a curve: how moons, spirals and hearts become mixtures.
///
/// A bead is as long as the distance to its neighbours, so the density along the curve is even to
/// a few parts in a billion, and as thick as the stroke.
struct Beads {
  /// The standard deviation across the curve.
  let thickness: Double

  /// Beads evenly spaced by arc length over a range of the curve's parameter.
  ///
  /// - Parameters:
  ///   - count: how many beads. A bead is straight, so on a bend of radius R it sags outwards by
  ///     `spacing² / 2R`: enough beads keep that well below the thickness.
  ///   - weight: the share of the whole stroke; by default its length, which gives strokes of
  ///     one drawing the same density.
  func along(
    _ range: ClosedRange<Double>, count: Int, label: String, weight: Double? = nil,
    curve: (Double) -> Point
  ) -> [GaussianMixture.Component] {
    let path = Path(of: curve, over: range, pieces: 32 * count)
    let spacing = path.length / Double(count)
    return (0..<count).map { i in
      let (place, direction) = path.position(at: (Double(i) + 0.5) * spacing)
      return GaussianMixture.Component(
        weight: (weight ?? path.length) / Double(count), mean: place,
        covariance: Covariance(
          xx: thickness * thickness + spacing * spacing * direction.x * direction.x,
          xy: spacing * spacing * direction.x * direction.y,
          yy: thickness * thickness + spacing * spacing * direction.y * direction.y),
        label: label)
    }
  }
}

/// A curve as many short straight pieces, walked by arc length.
private struct Path {
  private var corners: [Point]
  private var lengths: [Double] = [0]

  init(of curve: (Double) -> Point, over range: ClosedRange<Double>, pieces: Int) {
    let span = range.upperBound - range.lowerBound
    corners = (0...pieces).map { curve(range.lowerBound + span * Double($0) / Double(pieces)) }
    for i in 1...pieces {
      lengths.append(lengths[i - 1] + (corners[i] - corners[i - 1]).length)
    }
  }

  var length: Double { lengths[lengths.count - 1] }

  /// The place at a distance from the start and the unit direction of the curve there.
  func position(at distance: Double) -> (place: Point, direction: Point) {
    let next = lengths.firstIndex { $0 > distance } ?? lengths.count - 1
    let piece = corners[next] - corners[next - 1]
    let pieceLength = lengths[next] - lengths[next - 1]
    let share = (distance - lengths[next - 1]) / pieceLength
    return (corners[next - 1] + share * piece, piece / pieceLength)
  }
}
