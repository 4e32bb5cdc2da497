import Diffusion
import TextScreen

/// How far the mass moves between two moments of a film: exact W2, which takes longer than a frame
/// may and is worked out beside the screen, one pair of moments after another.
public struct FilmMotion: Sendable {
  /// What is known of a pair of moments.
  enum Distance: Sendable, Equatable {
    case unknown
    /// It is being worked out.
    case asked
    case known(Double)
  }

  let side: Side
  let here: FilmMoment
  let next: FilmMoment
  private let points: [Point]
  private let others: [Point]
  private(set) var distance: Distance = .asked

  /// The points that W2 is worked out of.
  private static let count = 150

  /// - Parameters:
  ///   - here: a moment that has come, and `next` the one after it.
  init?(from here: FilmFrame, to next: FilmFrame, side: Side) {
    guard let points = here.points, let others = next.points else { return nil }
    self.side = side
    (self.here, self.next) = (here.moment, next.moment)
    self.points = Array(points.prefix(Self.count))
    self.others = Array(others.prefix(Self.count))
  }

  /// The same with its distance worked out.
  func performed() -> FilmMotion {
    var done = self
    done.distance = .known(MarginalPath.distance(points, others))
    return done
  }

  /// Below a moment of a film how far it is to the next: a bar, and W2 as a number.
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

extension AppState {
  /// Whether a distance of the film is still to come.
  var isFilmMeasured: Bool {
    film.contains { $0.motion == .asked } || dueMotion != nil
  }

  /// The first pair of moments that have come and whose distance nobody knows.
  private var dueMotion: Int? {
    // Pairs of points that are still being matched are others in the next frame.
    guard playback.direction == .reverse || stage.matchingProgress == nil else { return nil }
    return film.indices.dropLast().first {
      film[$0].motion == .unknown && film[$0].points != nil && film[$0 + 1].points != nil
    }
  }

  /// Asks for the next distance of the film, where one is due and nobody is at it.
  mutating func measureFilmIfDue() -> [Effect] {
    guard !film.contains(where: { $0.motion == .asked }), let index = dueMotion,
      let motion = FilmMotion(from: film[index], to: film[index + 1], side: side)
    else { return [] }
    film[index].motion = .asked
    return [.measureFilm(motion)]
  }

  /// Takes in a distance, unless the film is another by now, and asks for the next.
  mutating func take(_ done: FilmMotion) -> [Effect] {
    for index in film.indices.dropLast()
    where film[index].moment == done.here && film[index + 1].moment == done.next {
      film[index].motion = done.distance
    }
    return measureFilmIfDue()
  }

  /// Works out all distances of the film at once, for a picture that somebody waits for.
  mutating func measureFilm() {
    for index in film.indices.dropLast() {
      guard let motion = FilmMotion(from: film[index], to: film[index + 1], side: side),
        film[index].toNext == nil
      else { continue }
      film[index].motion = motion.performed().distance
    }
  }
}
