import Diffusion
import TextScreen

/// The label-retention meter: how many particles are where their class is, beside what chance gives
/// and what no way can exceed that is not told the label.
///
/// It takes the schedule's place, whose betas a transport does not have.
enum RetentionPanel {
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    let inner = PanelFrame.draw(
      .retention, trailing: variants(of: state), of: state, on: &surface, in: rect)
    surface.clipped(to: inner) { surface in
      var room = inner
      let chart = room.takeBottom(chartHeight(in: inner, of: state))
      ChartPlot.draw(state, on: &surface, in: chart)
      _ = room.takeBottom(chart.isEmpty ? 0 : 1)
      guard state.stage.labels(.reverse) != nil else {
        let ways = ["this prior knows no labels: none to keep", "no labels to keep"]
        let words = StyledText.first(
          of: ways.map(StyledText.label), within: room.width, glyphs: surface.glyphs)
        surface.write(words ?? StyledText(), in: room.takeTop(1))
        PathPlot.draw(state, on: &surface, in: room)
        return
      }
      drawMeter(state, on: &surface, in: &room)
      var foot = room.takeBottom(room.height >= 4 ? 1 : 0)
      surface.write(cost(of: state, isWide: foot.width >= wide), in: foot.takeTop(1))
      let perClass = room.takeBottom(room.height >= 5 ? 2 : room.height >= 1 ? 1 : 0)
      drawClasses(state, on: &surface, in: perClass)
      let path = room.takeBottom(room.height >= 13 ? room.height / 2 : 0)
      GuessPlot.draw(state, on: &surface, in: room)
      PathPlot.draw(state, on: &surface, in: path)
    }
  }

  /// The room of the chart of quality by steps: in a tall panel always, else where it is asked for.
  private static func chartHeight(in inner: Rect, of state: AppState) -> Int {
    let isAsked = state.studies[.chart] != nil
    guard inner.height >= (isAsked ? 16 : 24) else { return 0 }
    return isAsked ? max(8, inner.height * 2 / 5) : 1
  }

  /// From this width on there is room for whole words.
  private static let wide = 36

  /// What sets the run apart from others, longest first.
  private static func variants(of state: AppState) -> [String] {
    let words = state.experiment.transportWords(in: state.stage.laboratory.mixture)
    return words.indices.reversed().map { words[...$0].joined(separator: ", ") } + [""]
  }

  /// The share, the bar with its marks, and what the marks mean.
  private static func drawMeter(
    _ state: AppState, on surface: inout Surface, in room: inout Rect
  ) {
    let retention = state.frame.retention
    let bound = state.labelBound
    let isWide = room.width >= wide
    surface.write(heading(retention, state, isWide: isWide), in: room.takeTop(1))
    let bar = room.takeTop(1)
    let chance = state.chanceOfLabel
    let glyphs = surface.glyphs
    if let share = retention?.share {
      surface.drawBar(share, in: bar, style: Style(share > 1.5 * chance ? .good : .warning))
    }
    mark(chance, glyphs.dottedVertical, .cursor, on: &surface, in: bar)
    if let best = bound { mark(best, glyphs.box.vertical, .accent, on: &surface, in: bar) }
    let text =
      StyledText("\(glyphs.dottedVertical) ", Style(.cursor)) + .label("chance ")
      + Text.percent(chance) + .label(isWide ? " %  " : "  ")
      + StyledText("\(glyphs.box.vertical) ", .accent) + .label(isWide ? "at most " : "max ")
      + (bound.map(Text.percent) ?? "-") + .label(isWide ? " %" : "")
    surface.write(text, in: room.takeTop(room.height >= 2 ? 1 : 0))
  }

  private static func heading(
    _ retention: Retention?, _ state: AppState, isWide: Bool
  ) -> StyledText {
    guard let retention else {
      return .label(isWide ? "no posterior on the way: see the end" : "known at the end")
    }
    let isOver = retention.isEnd && state.frame.direction == .reverse
    let when = isOver ? "kept at the end " : "own class likeliest "
    return .label(when) + "\(Text.padded(Text.percent(retention.share), to: 5))"
      + (isWide ? .label(" %  of ") + Text.count(retention.count) : .label(" %"))
  }

  private static func mark(
    _ share: Double, _ glyph: Unicode.Scalar, _ ink: Ink, on surface: inout Surface, in bar: Rect
  ) {
    guard !bar.isEmpty else { return }
    let column = bar.x + min(bar.width - 1, Int(share * Double(bar.width)))
    surface[column, bar.y] = Cell(glyph, Style(ink, on: .plain, .bold))
  }

  /// A column and the sign of every class.
  private static func drawClasses(
    _ state: AppState, on surface: inout Surface, in rect: Rect
  ) {
    guard let retention = state.frame.retention, !rect.isEmpty else { return }
    var rest = rect
    let columns = rest.takeTop(rect.height >= 2 ? 1 : 0)
    let name = "by class "
    surface.write(name, in: rest, align: .left, style: .dim)
    let pitch = max(2, min(4, (rect.width - name.count) / max(1, retention.counts.count)))
    for label in retention.counts.indices {
      let x = rect.x + name.count + label * pitch
      guard x + pitch - 1 <= rect.maxX else { break }
      surface[x, rest.y] = Cell(
        surface.glyphs.marker(ofLabel: label), Style(.label(label), on: .plain, .bold))
      guard let share = retention.share(of: label) else { continue }
      let height = surface.glyphs.lowerBlock(eighths: max(1, Int((8 * share).rounded())))
      let place = columns.isEmpty ? (x + 1, rest.y) : (x, columns.y)
      surface[place.0, place.1] = Cell(height, Style(.label(label)))
    }
  }

  /// What a sample costs, and whether the label is passed.
  private static func cost(of state: AppState, isWide: Bool) -> StyledText {
    let calls = state.quality.measurement.map { Text.count($0.report.networkCalls) } ?? "-"
    let isPassed = state.experiment.transport?.isLabelPassed == true
    if !isWide {
      let told = state.stage.isGuided ? "guided" : isPassed ? "label" : "no label"
      return .label("calls ") + calls + .label(", \(told)")
    }
    let told =
      state.stage.isGuided
      ? "guided to its label" : isPassed ? "label passed" : "label not passed"
    return .label("calls a sample ") + calls + .label("  \(told)")
  }
}

/// How often the best guess of the class from a point alone is right, from the data to the prior.
enum GuessPlot {
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard rect.height >= 2 else {
      if rect.height == 1 { surface.write(present(state), in: rect) }
      return
    }
    let plot = PlotArea(in: rect)
    plot.drawEnds(top: 1, bottom: 0, on: &surface)
    plot.drawEnds(left: "data", right: state.farEnd, on: &surface)
    let now = plot.cell(of: Point(state.frame.time, 0)).column
    for row in plot.area.rows {
      surface[now, row] = Cell(surface.glyphs.dottedVertical, Style(.cursor))
    }
    let places = state.guesses.map { Point($0.time, $0.accuracy) }
    plot.draw(through: places, dots: state.dots(of: surface.glyphs), on: &surface)
    plot.drawBetween(
      present(state), near: now, left: "data", right: state.farEnd, on: &surface)
  }

  private static func present(_ state: AppState) -> StyledText {
    guard let here = state.labelGuess else { return .label("best guess") }
    return .label("best guess ") + Text.percent(here) + .label(" %")
  }
}

/// The path of a transport: the share of the clean point and that of the deviation, over time.
enum PathPlot {
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard rect.height >= 3, let path = state.stage.laboratory.schedule.path else { return }
    let glyphs = surface.glyphs
    let plot = PlotArea(in: rect)
    plot.drawEnds(top: 1, bottom: 0, on: &surface)
    plot.drawEnds(left: "data", right: state.farEnd, on: &surface)
    let now = plot.cell(of: Point(state.frame.time, 0)).column
    for row in plot.area.rows {
      surface[now, row] = Cell(glyphs.dottedVertical, Style(.cursor))
    }
    let dots = state.dots(of: glyphs)
    let sigma = plot.places({ Point($0, path.level(at: $0).sigma) }, dots: dots)
    let alpha = plot.places({ Point($0, path.level(at: $0).alpha) }, dots: dots)
    plot.draw(
      [PlotArea.Line(places: sigma, ink: .forward), PlotArea.Line(places: alpha, ink: .curve)],
      dots: dots, on: &surface)
    surface.write(glyphs.alpha, in: plot.area, align: .left, style: .curve)
    surface.write(glyphs.sigma, in: plot.area, align: .right, style: Style(.forward))
    plot.drawBetween(
      .label("the path"), near: now, left: "data", right: state.farEnd, on: &surface)
  }
}

extension Panel {
  /// The meter of the labels kept, in the schedule's place where points come from another prior.
  public static let retention = Panel(
    id: "labels-kept", title: "labels kept", words: RetentionPanel.words + ChartPlot.words,
    stand: .leading,
    absence: { $0.absenceOfRetention }, draw: RetentionPanel.draw)
}

extension AppState {
  fileprivate var absenceOfRetention: String? {
    let leading = stage.method.leading.panel
    return leading == .retention
      ? nil
      : "labels are kept on the way from another prior; in its place here is panel \(leading.id)"
  }
}
