/// What lies beyond the edge of a plot: nothing is clipped without a sign.
public enum PlotEdge {
  private static let slack = 1e-9
  /// How far up or down counts as infinitely far.
  private static let far = 1e6

  /// Whether a place is on the plot.
  public static func holds(_ place: Place) -> Bool {
    place.x >= -slack && place.x <= 1 + slack && place.y >= -slack && place.y <= 1 + slack
  }

  /// The part of a segment that is on the plot; nil where there is none or an end is not a number.
  public static func within(_ start: Place, _ end: Place) -> (Place, Place)? {
    // The usual case, for every column of every curve.
    if holds(start) && holds(end) { return (start, end) }
    guard start.x.isFinite, end.x.isFinite, !start.y.isNaN, !end.y.isNaN else { return nil }
    let (start, end) = (bounded(start), bounded(end))
    let move = end - start
    var (first, last) = (0.0, 1.0)
    // Liang and Barsky: how far along the segment each edge is crossed.
    for (speed, room) in [
      (-move.x, start.x), (move.x, 1 - start.x), (-move.y, start.y), (move.y, 1 - start.y),
    ] {
      if speed == 0 {
        if room < -slack { return nil }
      } else if speed < 0 {
        first = max(first, (room + slack) / speed)
      } else {
        last = min(last, (room + slack) / speed)
      }
    }
    return first <= last ? (start + first * move, start + last * move) : nil
  }

  /// The places above or below the plot: each of them, or of every stretch that stays on one side
  /// the furthest.
  public static func exits(of places: [Place], each: Bool) -> [Place] {
    if places.allSatisfy(holds) { return [] }
    let beyond = places.filter { $0.x.isFinite && !$0.y.isNaN }
    var exits: [Place] = []
    var side = 0
    for place in beyond {
      let here = place.y > 1 + slack ? 1 : place.y < -slack ? -1 : 0
      defer { side = here }
      guard here != 0, (-slack...1 + slack).contains(place.x) else { continue }
      if each || here != side {
        exits.append(place)
      } else if let last = exits.last, abs(place.y - 0.5) > abs(last.y - 0.5) {
        exits[exits.count - 1] = place
      }
    }
    return exits
  }

  private static func bounded(_ place: Place) -> Place {
    Place(place.x, min(max(place.y, -far), far))
  }
}
