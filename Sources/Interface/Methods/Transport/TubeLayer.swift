import Diffusion
import TextScreen

/// The tubes of the classes: centre lines and edges over all times, under the cloud; the sections of
/// this moment, the priors and the places where tubes meet, over it.
enum TubeLayer {
  /// How near in time a meeting is one of this moment.
  private static let nearness = 0.04

  /// Whether there are tubes to be seen.
  static func isShown(_ state: AppState) -> Bool {
    state.view.shows(.tubes) && state.stage.tubes != nil
  }

  /// All times at once, as a map that lies under the cloud.
  static func drawCourses(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    guard let tubes = state.stage.tubes else { return }
    var canvas = DotCanvas(size: space.room.size, dots: surface.glyphs.dots)
    let projection = space.projection(dots: canvas.dots.perCell)
    for course in tubes.courses {
      let ink = Ink.label(course.tube.label)
      draw(course.sections.map(\.centre), ink: ink, projection, on: &canvas)
      for side in [1.0, -1] {
        draw(edge(of: course.sections, side: side), ink: .ghost, projection, on: &canvas)
      }
    }
    surface.overlay(canvas, in: space.room)
  }

  /// This moment: the ring of two standard deviations of every class.
  static func drawSections(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    guard let tubes = state.stage.tubes else { return }
    let time = state.frame.place.time
    var canvas = DotCanvas(size: space.room.size, dots: surface.glyphs.dots)
    let projection = space.projection(dots: canvas.dots.perCell)
    for course in tubes.courses {
      let ring = course.tube.section(at: time).boundary(48).map(projection.middle)
      for (start, end) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
        canvas.line(from: start, to: end, ink: .label(course.tube.label), weight: 1)
      }
    }
    surface.overlay(canvas, in: space.room)
  }

  /// The places where tubes meet, which nothing may hide.
  static func drawMeetings(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    guard let tubes = state.stage.tubes else { return }
    let time = state.frame.place.time
    let glyphs = surface.glyphs
    for meeting in tubes.meetings.reversed() {
      guard let cell = space.cell(of: meeting.place) else { continue }
      let isNow = abs(meeting.time - time) < nearness
      surface.mark(
        glyphs.meeting(isNow: isNow), .warning, isNow ? [.bold, .reverse] : .bold,
        column: cell.column, row: cell.row)
    }
  }

  /// One edge: two standard deviations beside the centre line, where it moves.
  private static func edge(of sections: [TransportTube.Section], side: Double) -> [Point] {
    sections.indices.compactMap { index in
      let before = sections[max(0, index - 1)].centre
      let after = sections[min(sections.count - 1, index + 1)].centre
      let way = after - before
      guard way.length > 1e-6 else { return nil }
      let normal = Point(-way.y, way.x) / way.length
      return sections[index].centre + (side * sections[index].radius) * normal
    }
  }

  private static func draw(
    _ places: [Point], ink: Ink, _ projection: Projection, on canvas: inout DotCanvas
  ) {
    var length = 0.0
    let dots = places.map(projection.middle)
    for (start, end) in zip(dots, dots.dropFirst()) {
      canvas.dottedLine(from: start, to: end, offset: length, ink: ink)
      length += (end - start).length
    }
  }

  /// What there is to say of the meetings, for the caption; nil where tubes are not shown.
  static func caption(_ state: AppState) -> String? {
    guard isShown(state), let tubes = state.stage.tubes else { return nil }
    guard let first = tubes.meetings.first else { return "tubes, none meet" }
    let times = Set(tubes.meetings.map { ($0.time * 100).rounded() })
    let when = "t \(Text.fixed(first.time, decimals: 2, width: 4))"
    return times.count == 1 ? "tubes meet at \(when)" : "tubes meet, first at \(when)"
  }
}

extension PlaneLayer {
  static let tubes = PlaneLayer(
    id: "tubes", depth: .course, rank: .course,
    toggle: Toggle(
      word: "tubes", summary: "where every class is, from the data to its prior",
      key: .character("*"), keyTitle: "tubes of the classes of another prior", isOnAtFirst: true,
      obstacle: { $0.noTubes },
      notice: { $0 ? "tubes: every class within two standard deviations" : "no tubes" }),
    isThere: { $0.stage.tubes != nil },
    draw: { TubeLayer.drawCourses($0.state, on: &$1, space: $0.space) },
    caption: { state, _ in
      // The moments of a film have no tubes.
      state.view.showsFilm ? [] : TubeLayer.caption(state).map { [$0] } ?? []
    })

  static let tubeSections = PlaneLayer(
    id: "tube-sections", depth: .outline, isThere: TubeLayer.isShown,
    draw: { TubeLayer.drawSections($0.state, on: &$1, space: $0.space) })

  static let tubeMeetings = PlaneLayer(
    id: "tube-meetings", depth: .handle, isThere: TubeLayer.isShown,
    draw: { TubeLayer.drawMeetings($0.state, on: &$1, space: $0.space) })
}

extension Glyphs {
  /// A place where tubes meet, at this moment or at another.
  func meeting(isNow: Bool) -> Unicode.Scalar { unicodeText ? (isNow ? "◆" : "◇") : "X" }
}
