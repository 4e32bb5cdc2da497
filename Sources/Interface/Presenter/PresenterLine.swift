import TextScreen

/// The one line of a screen for a class: what is seen, the keys that were pressed, the time.
enum PresenterLine {
  private static let gap = 2

  /// What lies over the panels has its own keys in the line.
  static func isShown(_ state: AppState) -> Bool {
    state.view.audience == .presenter && state.overlay == nil
  }

  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard !rect.isEmpty else { return }
    surface.clipped(to: rect) { surface in
      let glyphs = surface.glyphs
      var rest = rect.inset(horizontally: 1, vertically: 0)
      let clock = state.presenter.clock
      surface.write(clock, in: rest.takeRight(clock.count), align: .right, style: .dim)
      _ = rest.takeRight(gap)
      let keys = state.presenter.keys.map(\.name).joined(separator: " ")
      let width = glyphs.columns(of: keys)
      if width > 0, width < rest.width {
        surface.write(keys, in: rest.takeRight(width), align: .right, style: .accent.with(.bold))
        _ = rest.takeRight(gap)
      }
      surface.write(caption(state, glyphs), in: rest)
    }
  }

  /// What is seen, the most important first.
  private static func caption(_ state: AppState, _ glyphs: Glyphs) -> StyledText {
    let title = state.lesson.map { lesson in
      "\(lesson.index + 1)/\(lesson.lesson.pages.count) \(lesson.page.title)"
    }
    let time = glyphs.time(state.frame.time, state.frame.level)
    let way =
      state.frame.direction == .forward ? state.words.forward.short : state.words.reverse.short
    let model = state.stage.model.weights == nil ? "exact" : "learned"
    return StyledText(title ?? state.experiment.title, .title)
      + .label("  \(way)  ") + "\(time.name) \(time.number)" + .label("  \(model)")
  }
}

/// The spot of light that a hand holds over the plane.
enum LaserPointer {
  static func draw(_ state: AppState, on surface: inout Surface) {
    guard state.view.audience == .presenter, let spot = state.presenter.pointer,
      surface.bounds.contains(column: spot.column, row: spot.row)
    else { return }
    let halo = Rect(x: spot.column - 2, y: spot.row - 1, width: 5, height: 3)
      .intersection(surface.bounds)
    surface.restyle(halo) { _ in Style(.danger, on: .plain, .bold) }
    surface[spot.column, spot.row] = Cell(
      surface.glyphs.knob, Style(.danger, on: .plain, .bold))
  }
}
