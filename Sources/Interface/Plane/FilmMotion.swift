import Diffusion

/// Below every moment of a film how far the mass moves until the next: a bar, and W2 as a number.
enum FilmMotion {
  /// The points that W2 is worked out of: exact transport takes a few milliseconds for a film.
  private static let count = 150

  /// Fills in what is not known from before.
  static func measure(_ film: inout [FilmFrame], since before: [FilmFrame]) {
    for index in film.indices.dropLast() {
      guard let here = film[index].points, let next = film[index + 1].points else { continue }
      let isKnown =
        before.indices.contains(index + 1) && before[index].points == here
        && before[index + 1].points == next
      film[index].toNext =
        isKnown
        ? before[index].toNext
        : MarginalPath.distance(Array(here.prefix(count)), Array(next.prefix(count)))
    }
  }

  static func draw(
    _ frame: FilmFrame, among film: [FilmFrame], on surface: inout Surface, in rect: Rect
  ) {
    guard let distance = frame.toNext, distance.isFinite else { return }
    var rest = rect
    let text = "W2 \(Text.short(distance)) \(surface.glyphs.to)"
    guard rest.width >= surface.glyphs.columns(of: text) else { return }
    let label = rest.takeLeft(surface.glyphs.columns(of: text) + 1)
    surface.write(text, in: label, align: .left, style: .dim)
    let most = film.compactMap(\.toNext).max() ?? 0
    guard most > 0 else { return }
    let length = Int((distance / most * Double(rest.width)).rounded())
    surface.write(
      String(repeating: surface.glyphs.unicodeText ? "\u{25AC}" : "=", count: length), in: rest,
      align: .left, style: .accent)
  }
}
