import Diffusion
import TextScreen

/// The schedule as a curve that can be bent, and what its last level is.
public enum SchedulePanel {
  public static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    let inner = PanelFrame.draw(
      .schedule, title: state.view.curve.heading(state, surface.glyphs),
      trailing: variants(of: state, surface.glyphs), of: state, on: &surface, in: rect)
    surface.clipped(to: inner) { surface in
      let parts = ScheduleRoom(in: rect, of: state)
      var room = parts.curve
      var strip = room.takeBottom(footHeight(in: parts.curve))
      let laboratory = state.stage.laboratory
      NoiseGauge(state.stage.noiseEnd, on: laboratory.schedule)
        .draw(on: &surface, in: strip.takeBottom(1))
      let plot = plotArea(in: rect, of: state)
      drawPlot(state, numbers: strip, on: &surface, in: plot)
      DecisionStrip.draw(state, on: &surface, in: parts.decisions, axis: plot.area)
      ChartPlot.draw(state, on: &surface, in: parts.chart)
    }
  }

  /// The kind of schedule, or what is learned beside it, in several lengths, longest first.
  private static func variants(of state: AppState, _ glyphs: Glyphs) -> [String] {
    if let learned = state.learnedScheduleWords { return learned }
    let schedule = state.experiment.schedule
    let kind = schedule.kind.id
    return [
      "\(kind)\(glyphs.separator)T \(schedule.timesteps)", "\(kind) \(schedule.timesteps)", kind,
    ]
  }

  /// - Parameter numbers: a row for the numbers, where they do not fit below the axis.
  private static func drawPlot(
    _ state: AppState, numbers: Rect, on surface: inout Surface, in plot: PlotArea
  ) {
    let glyphs = surface.glyphs
    let curve = ScheduleCurve(
      state.view.curve, of: state.stage.laboratory.schedule, on: frozenAxis(of: state),
      glyphs: glyphs)
    plot.drawEnds(top: curve.axis.top, bottom: curve.axis.bottom, on: &surface)
    plot.drawEnds(left: "data", right: "noise", on: &surface)
    let now = plot.cell(of: Point(state.frame.time, 0)).column
    for row in plot.area.rows {
      surface[now, row] = Cell(glyphs.dottedVertical, Style(.cursor))
    }
    let ghosts = GhostCurves(state, behind: curve, glyphs: glyphs, in: plot)
    ghosts.draw(dots: state.dots(of: glyphs), on: &surface)
    plot.draw(
      through: { curve.place(atTime: $0) }, dots: state.dots(of: glyphs), on: &surface)
    drawName(curve, on: &surface, in: plot.area)
    if state.view.curve == .beta { drawHandles(state, curve, on: &surface, in: plot) }
    ghosts.drawNames(on: &surface)
    let text = selection(of: state, glyphs) ?? present(state, curve)
    if numbers.isEmpty {
      plot.drawBetween(text, near: now, left: "data", right: "noise", on: &surface)
    } else {
      surface.write(text, in: numbers)
    }
  }

  /// The name of the curve, in the upper corner that the curve does not pass through.
  private static func drawName(
    _ curve: ScheduleCurve, on surface: inout Surface, in area: Rect
  ) {
    let isRising = curve.value(atTime: 1) > curve.value(atTime: 0)
    surface.write(curve.name, in: area, align: isRising ? .left : .right, style: .curve)
    if curve.isInfinite && isRising {
      let mark = surface.glyphs.unicodeText ? "to ∞ ↑" : "to inf ^"
      surface.write(mark, in: area, align: .right, style: .warning)
    }
  }

  private static func drawHandles(
    _ state: AppState, _ curve: ScheduleCurve, on surface: inout Surface, in plot: PlotArea
  ) {
    guard !plot.area.isEmpty else { return }
    let selected = selectedHandle(of: state)
    let handles = handles(of: state, on: curve)
    for (index, handle) in handles.enumerated() where index != selected {
      let place = Point(handle.x, curve.height(of: handle.y))
      plot.mark(place, surface.glyphs.knob, .accent, on: &surface)
    }
    if let selected, handles.indices.contains(selected) {
      let handle = handles[selected]
      plot.mark(
        Point(handle.x, curve.height(of: handle.y)), surface.glyphs.heldKnob,
        Style(.cursor, on: .plain, .bold), on: &surface)
    }
  }

  /// Where the curve is now.
  private static func present(_ state: AppState, _ curve: ScheduleCurve) -> StyledText {
    let value =
      state.view.curve.value(of: state.frame.level)
      ?? curve.value(ofLevelAtTime: state.frame.time)
    return .label("now ") + Text.short(value)
  }

  /// The numbers of the handle in hand.
  private static func selection(of state: AppState, _ glyphs: Glyphs) -> StyledText? {
    let handles = ScheduleEditor.handles(of: state.experiment.schedule)
    guard state.view.curve == .beta, let selected = selectedHandle(of: state),
      handles.indices.contains(selected)
    else { return nil }
    let handle = handles[selected]
    return StyledText("\(glyphs.heldKnob) ", Style(.cursor, on: .plain, .bold))
      + .label("t ") + Text.fixed(glyphs.notation.time(handle.x), width: 4)
      + .label(" \(glyphs.beta) ") + Text.short(handle.y)
  }

  /// The handle in hand: held by the mouse, or chosen by a key while the panel has the focus.
  private static func selectedHandle(of state: AppState) -> Int? {
    if case .handle(let index, _) = state.drag { return index }
    return state.focus == .schedule ? state.handle : nil
  }
}

extension Glyphs {
  /// The control point in hand.
  var heldKnob: Unicode.Scalar { unicodeText ? "◉" : "@" }
}

extension AppState {
  /// The way dots are drawn: the one asked for, as far as the terminal can.
  func dots(of glyphs: Glyphs) -> Glyphs.Dots {
    glyphs.dots == .vector ? .vector : glyphs.drawing(view.dots ?? glyphs.dots).dots
  }
}

extension Panel {
  public static let schedule = Panel(
    id: "schedule", title: "schedule", words: SchedulePanel.words + ChartPlot.words,
    stand: .leading,
    absence: { $0.absenceOfSchedule },
    draw: SchedulePanel.draw, press: { $0.hold($1, $2) })
}

extension AppState {
  fileprivate var absenceOfSchedule: String? {
    let leading = stage.method.leading
    return leading.panel == .schedule
      ? nil : "\(leading.words) in the schedule's place: panel \(leading.panel.id)"
  }
}
