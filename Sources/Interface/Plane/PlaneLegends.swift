import Diffusion
import TextScreen

/// What the layers over the cloud mean, a row for each that is shown, from the top left of the plane.
enum PlaneLegends {
  static func draw(_ state: AppState, on surface: inout Surface, in room: Rect) {
    var rest = room
    _ = rest.takeTop(firstRowIsTaken(state, surface.glyphs) ? 1 : 0)
    for line in lines(state, surface.glyphs) {
      let width = line.columns(in: surface.glyphs)
      guard width < rest.width, rest.height > 1 else { continue }
      let row = rest.takeTop(1)
      surface.fill(Rect(x: row.x, y: row.y, width: width, height: 1))
      surface.write(line, in: row)
    }
  }

  /// Whether another legend is at the left of the first row.
  private static func firstRowIsTaken(_ state: AppState, _ glyphs: Glyphs) -> Bool {
    state.view.ground != .off || state.colour == .decision
      || GuidanceArrows.place(state) != .off
  }

  private static func lines(_ state: AppState, _ glyphs: Glyphs) -> [StyledText] {
    let layers = [
      ScoreArrows.isShown(state) ? field(state, glyphs) : nil,
      state.view.showsContours && state.marginal != nil ? contours(glyphs) : nil,
      state.view.showsLobes ? lobes(state, glyphs) : nil,
    ]
    return layers.compactMap(\.self)
  }

  /// What the arrows are, and between which sizes each colour lies.
  private static func field(_ state: AppState, _ glyphs: Glyphs) -> StyledText {
    let arrow = glyphs.unicodeText ? "→" : ">"
    let ends = glyphs.unicodeText ? ["¼", "½", "1", "2", "4"] : ["1/4", "1/2", "1", "2", "4"]
    let first =
      StyledText.label(ScoreArrows.unit(state, glyphs) + " ")
      + StyledText(arrow, Style(.strength(0), on: .plain, .bold))
    return ends.enumerated().reduce(first) { line, end in
      line + .label(" \(end.element) ")
        + StyledText(arrow, Style(.strength(end.offset + 1), on: .plain, .bold))
    }
  }

  private static func contours(_ glyphs: Glyphs) -> StyledText {
    let lines = DensityContours.usualLines.reversed()
    return lines.reduce(StyledText()) { row, line in
      row + stroke(line.ink, glyphs) + .label("\(Int((100 * line.share).rounded())) % ")
    } + .label("of the density")
  }

  private static func lobes(_ state: AppState, _ glyphs: Glyphs) -> StyledText? {
    guard state.cleanPosterior != nil else { return nil }
    let origin =
      stroke(PosteriorLobes.originInks[0], glyphs) + stroke(PosteriorLobes.originInks[1], glyphs)
      + .label("p(x0 | x_t) ")
    guard state.stepPosterior != nil else { return origin + .label("90, 50 %") }
    return origin + stroke(PosteriorLobes.stepInks[0], glyphs)
      + stroke(PosteriorLobes.stepInks[1], glyphs) + .label("p(x_t-1 | x_t) 90, 50 %")
  }

  private static func stroke(_ ink: Ink, _ glyphs: Glyphs) -> StyledText {
    StyledText(glyphs.unicodeText ? "━" : "-", Style(ink, on: .plain, .bold)) + " "
  }
}
