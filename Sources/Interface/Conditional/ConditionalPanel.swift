import Diffusion
import TextScreen

/// The marginal field at the place that asks, taken apart in numbers: the likeliest ends, what each
/// says, and their sum beside the field.
enum ConditionalPanel {
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    let paths = state.conditionalPaths
    let name = paths.map { paths in
      state.name(ofEnd: state.conditionalEnd(of: paths), of: paths)
    }
    let x0 = surface.glyphs.end
    let inner = PanelFrame.draw(
      .conditional,
      trailing: name.map { ["\(state.nounOfEnds) \($0)", "\(x0) \($0)"] } ?? ["none"],
      of: state, on: &surface, in: rect)
    surface.clipped(to: inner) { surface in
      guard state.view.shows(.conditional), let reading = ConditionalReading(state) else {
        PanelFrame.drawEmpty(empty(state), on: &surface, in: inner)
        return
      }
      var room = inner
      for line in lines(of: reading, state, size: inner.size, surface.glyphs) {
        surface.write(line, in: room.takeTop(1))
      }
    }
  }

  private static func empty(_ state: AppState) -> [StyledText] {
    if let reason = state.noConditionals { return [.label(reason)] }
    return [.label("press ") + .key("&") + .label(" to take a place apart")]
  }

  private static let nameWidth = 9

  private static func lines(
    of reading: ConditionalReading, _ state: AppState, size: Size, _ glyphs: Glyphs
  ) -> [StyledText] {
    let frame = state.stage.laboratory.frame
    let spread = frame.spread * state.stage.laboratory.mixture.spread
    let isScore = state.view.conditional.arrows == .score
    // A velocity is a length, a score one over a length.
    let unit = isScore ? 1 / frame.spread : frame.spread
    let vector = { (arrow: Point) -> String in
      arrow.isFinite ? Text.pair(unit * arrow, scale: isScore ? 1 / spread : spread) : "no end"
    }
    let moment = glyphs.time(reading.place.time, reading.place.level)
    let x = name("x") + Text.pair(frame.restored(reading.query), scale: spread)
    let beside = x + .label("  \(moment.name) ") + moment.number
    let head =
      beside.columns(in: glyphs) <= size.columns
      ? [beside] : [x, name(moment.name) + moment.number]
    let field =
      name(isScore ? "score" : "velocity") + vector(reading.arrow(reading.marginal))
    let foot = [
      name("sum") + vector(reading.sum),
      field.followed(by: .label(" of all"), within: size.columns, glyphs: glyphs),
    ]
    let room = max(0, size.rows - head.count - foot.count)
    let line = { (part: ConditionalReading.Part, isChosen: Bool) -> StyledText in
      let numbers =
        share(part.share, isChosen: isChosen) + vector(reading.arrow(part.value))
      let whole = " \(state.name(ofEnd: part.end, of: reading.paths))"
      return numbers.followed(
        by: .label(whole), .label(" \(part.end)"), within: size.columns, glyphs: glyphs)
    }
    var parts = reading.strongest.prefix(room).map { line($0, $0.end == reading.chosen?.end) }
    if let chosen = reading.chosen, !reading.strongest.contains(where: { $0.end == chosen.end }) {
      if parts.count == room { parts = parts.dropLast() }
      parts.append(line(chosen, true))
    }
    let told = reading.strongest.prefix(parts.count).reduce(0) { $0 + $1.share }
    if parts.count < room, told < 1 - ConditionalReading.leastShare {
      parts.append(share(1 - told, isChosen: false) + .label("of others"))
    }
    return Array((head + parts + foot).prefix(size.rows))
  }

  private static func share(_ share: Double, isChosen: Bool) -> StyledText {
    let text = Text.padded(Text.percent(share), to: 4) + " %   "
    return StyledText(
      text, isChosen ? Style(ConditionalArrows.chosen, on: .plain, .bold) : .plain)
  }

  private static func name(_ text: String) -> StyledText {
    .label(text + String(repeating: " ", count: max(1, nameWidth - text.count)))
  }

  static let words: [PanelWord] = [
    PanelWord(
      "x", "the place that asks, which clicks and the arrow keys move; below it the likeliest ends"),
    PanelWord("t", "the time of the level: 0 is data, 1 is noise"),
    PanelWord(
      "%",
      or: ["component", "data point", "x0"],
      "p(x0 | x): how probable it is that what is at x comes from that end, and what that end says"),
    PanelWord("of others", "the share of all ends that are not listed"),
    PanelWord("sum", "the sum over all ends of share times vector, each end asked alone"),
    PanelWord(
      "velocity", or: ["score", "of all"],
      "the marginal field at x by the closed form of the whole: the same as the sum"),
    PanelWord(
      "press", or: ["to take a place apart"],
      "the picture is not shown; & shows it"),
  ]
}

extension Panel {
  static let conditional = Panel(
    id: "conditional", title: "conditional", words: ConditionalPanel.words,
    stand: .sometimes { $0.view.shows(.conditional) },
    draw: ConditionalPanel.draw)
}
