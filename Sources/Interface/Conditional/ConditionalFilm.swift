import Diffusion
import TextScreen

/// Three rows of film of the same moments: fresh samples of the way to one end, points that follow its
/// own probability flow from the noise, and the run of the whole.
public struct ConditionalFilm: Sendable {
  /// What it is of: a film of another is out of date.
  private struct Subject: Sendable, Equatable {
    let moments: [FilmMoment]
    let end: Int
  }

  private let subject: Subject
  let end: Int
  /// For every moment independent draws.
  let samples: [[Point]]
  /// For every moment the same points, further along.
  let flow: [[Point]]

  /// From this height on there is room for three rows.
  static let leastHeight = 15

  /// Nil where the picture is not asked for, or nothing is known of it.
  ///
  /// - Parameter before: a film that is kept if it is of the same.
  init?(_ state: AppState, moments: [FilmMoment], before: ConditionalFilm?) {
    guard state.view.shows(.conditional), let paths = state.conditionalPaths else { return nil }
    let end = state.conditionalEnd(of: paths)
    let subject = Subject(moments: moments, end: end)
    if let before, before.subject == subject {
      self = before
      return
    }
    guard moments.count >= 2, let path = paths.path(to: end) else { return nil }
    self.subject = subject
    self.end = end
    let places = moments.map { state.stage.place($0.direction, at: $0.step).onPath }
    let randomness = state.experiment.randomness
    samples = places.enumerated().map { index, place in
      var stream = randomness.stream(.reference, step: -2 - index)
      return path.draw(ConditionalLayer.count, at: place, from: &stream)
    }
    // From the noise to the data, whichever way the film goes.
    let isForward = moments[0].direction == .forward
    let course = isForward ? places.reversed() : places
    let start = state.conditionalPoints(of: path, to: end, at: course[0])
    let states = path.flow(from: start, through: course)
    flow = isForward ? states.reversed() : states
  }
}

extension FilmStrip {
  /// Whether a room has three rows of the conditional film.
  static func hasRows(_ state: AppState, in room: Rect) -> Bool {
    room.height >= ConditionalFilm.leastHeight && PlaneLayer.conditional.isSeen(in: state)
  }

  /// Draws the three rows, each below what it is.
  static func draw(
    _ film: ConditionalFilm, _ state: AppState, on surface: inout Surface, in room: Rect
  ) {
    let end = state.conditionalPaths.map { state.name(ofEnd: film.end, of: $0) } ?? ""
    let x0 = surface.glyphs.end
    let rows: [(name: String, points: [[Point]]?)] = [
      ("samples of p_t(x | \(x0)), \(x0) = \(end)", film.samples),
      ("the conditional ODE from noise to \(x0)", film.flow),
      ("the marginal: the run as it is", nil),
    ]
    var rest = room
    for (index, row) in rows.enumerated() {
      var line = rest.takeTop(rest.height / (rows.count - index))
      surface.write(.label(row.name), in: line.takeTop(1))
      for (column, frame) in state.film.enumerated() {
        var shown = frame
        if let points = row.points { shown.points = points[column] }
        let cell = line.takeLeft(line.width / (state.film.count - column))
        draw(shown, state, isRun: row.points == nil, on: &surface, in: cell)
      }
    }
  }
}
