import Diffusion
import TextScreen

/// Which moment of which run: two with the same have the same points.
struct FilmMoment: Sendable, Equatable {
  let run: Int
  let direction: Direction
  let step: Int
}

/// A moment of a film strip.
public struct FilmFrame: Sendable {
  let moment: FilmMoment
  /// The step that is drawn: the nearest one to the moment whose points are at hand.
  let step: Int
  /// The points; nil where the run has not come yet.
  var points: [Point]?
  let level: NoiseLevel
  let time: Double
  /// What is known of the way to the next moment.
  var motion = FilmMotion.Distance.unknown

  var direction: Direction { moment.direction }

  /// Exact W2 to the next moment, of points that share their randomness: where the mass moves. Nil
  /// at the last moment, and while it is not known.
  var toNext: Double? {
    if case .known(let distance) = motion { distance } else { nil }
  }
}

/// A run at several levels side by side, for a page that does not move.
enum FilmStrip {
  /// How many moments, and how many of them beside each other, in a room.
  static func grid(in room: Rect) -> Size {
    let isWide = room.width >= 100
    if room.height >= 16 { return Size(columns: isWide ? 5 : 4, rows: 2) }
    return Size(columns: isWide ? 8 : 6, rows: 1)
  }

  static func draw(_ state: AppState, on surface: inout Surface, in room: Rect) {
    if hasRows(state, in: room), let film = state.conditionalFilm {
      draw(film, state, on: &surface, in: room)
      return
    }
    let grid = grid(in: room)
    var rest = room
    for row in 0..<grid.rows {
      var line = rest.takeTop(rest.height / (grid.rows - row))
      for column in 0..<grid.columns {
        let cell = line.takeLeft(line.width / (grid.columns - column))
        let index = row * grid.columns + column
        guard state.film.indices.contains(index) else { continue }
        draw(state.film[index], state, on: &surface, in: cell)
      }
    }
  }

  /// - Parameter isRun: whether the points are those of the run, and not others at its level.
  static func draw(
    _ film: FilmFrame, _ state: AppState, isRun: Bool = true, on surface: inout Surface,
    in rect: Rect
  ) {
    var room = rect
    _ = room.takeRight(room.width > 6 ? 1 : 0)
    let caption = room.takeTop(1)
    let isNow = abs(film.time - state.frame.time) < 0.02
    let moment = surface.glyphs.time(film.time, film.level, decimals: 2, width: 4)
    let time = "\(moment.name) \(moment.number)"
    let sigma = "\(surface.glyphs.sigma) \(Text.fixed(film.level.sigma, decimals: 2, width: 4))"
    surface.write(
      caption.width > time.count + sigma.count + 2 ? "\(time)  \(sigma)" : time, in: caption,
      align: .centre, style: isNow ? .bold : .dim)
    if room.height >= 6 && isRun {
      FilmMotion.draw(film, among: state.film, on: &surface, in: room.takeBottom(1))
    }
    surface.clipped(to: room) { surface in
      guard let points = film.points else {
        surface.write("not yet", in: room, align: .centre, style: .ghost)
        return
      }
      var seen = state
      seen.frame.points = points
      if !isRun { seen.view.colour = .density }
      seen.frame.place = state.stage.place(film.direction, at: film.step)
      let space = PlaneSpace(seen, room: room)
      // Only classes are told by the exact distribution.
      let marginal =
        seen.colour == .label ? state.stage.marginal(film.direction, at: film.step) : nil
      // Dots in every moment, also where they run together: a strip is there to be compared.
      PlaneCloud.draw(marginal, seen, mayBeMap: false, on: &surface, space: space)
      if isRun { state.words.plane.drawMoment(film, state, on: &surface, in: room) }
    }
  }
}

extension AppState {
  /// The most points of a moment of the film.
  private static let mostFilmPoints = 3000

  /// Works out the moments of the film, in the order in which they happen.
  mutating func refreshFilm() {
    guard view.showsFilm else {
      film = []
      conditionalFilm = nil
      return
    }
    refreshFilm(in: ScreenLayout(self).plane.inset(by: 1))
  }

  /// The same for a strip in a room of its own.
  mutating func refreshFilm(in room: Rect) {
    let grid = FilmStrip.grid(in: room)
    let count = FilmStrip.hasRows(self, in: room) ? grid.columns : grid.area
    let direction = playback.direction
    let before = film
    film = (0..<count).map { index in
      let share = Double(index) / Double(max(1, count - 1))
      let time = direction == .forward ? share : 1 - share
      let steps = Int((time * Double(stage.laboratory.schedule.timesteps)).rounded())
      let step = stage.step(direction, nearestTo: steps)
      let moment = FilmMoment(run: stage.run, direction: direction, step: step)
      // What stands still is not worked out again; points that are still being matched do not.
      let isSettled = direction == .reverse || stage.matchingProgress == nil
      if isSettled, before.indices.contains(index), before[index].moment == moment,
        before[index].points != nil
      {
        return before[index]
      }
      let drawn = stage.heldStep(direction, nearestTo: step)
      return FilmFrame(
        moment: moment,
        step: drawn,
        points: filmPoints(direction, at: drawn).map { Array($0.prefix(Self.mostFilmPoints)) },
        level: stage.level(direction, at: drawn),
        time: Double(stage.noisingSteps(direction, at: drawn))
          / Double(stage.laboratory.schedule.timesteps))
    }
    conditionalFilm = ConditionalFilm(
      self, moments: film.map(\.moment), before: conditionalFilm)
  }

  private mutating func filmPoints(_ direction: Direction, at step: Int) -> [Point]? {
    switch direction {
    case .forward: return stage.kernelPoints(at: step, first: Self.mostFilmPoints)
    case .reverse: return step <= stage.reach(.reverse) ? stage.reversePoints(at: step) : nil
    }
  }
}
