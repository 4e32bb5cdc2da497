import TextScreen

/// The whole screen as a picture of the state.
public enum ScreenPicture {
  /// - Parameters:
  ///   - glyphs: what the terminal can show at best; the view may ask for less.
  ///   - part: a part of the screen alone.
  ///   - size: of that part's sheet; by default it is as large as the screen.
  public static func draw(
    state: AppState, glyphs: Glyphs, part: PicturePart? = nil, size: Size? = nil
  ) -> Surface {
    let asked = glyphs.dots == .vector ? nil : state.view.dots
    var glyphs = asked.map(glyphs.drawing) ?? glyphs
    glyphs.notation = state.notation
    if let part {
      var state = state
      state.size = size ?? state.size
      var sheet = Surface(size: state.size, glyphs: glyphs)
      part.draw(state, on: &sheet)
      return sheet
    }
    var surface = Surface(size: state.size, glyphs: glyphs)
    let layout = ScreenLayout(state)
    if layout.tier == .tooSmall {
      drawRequest(state, on: &surface)
      return surface
    }
    HeaderLine.draw(state, on: &surface, in: layout.header)
    if !layout.plane.isEmpty { PlanePanel.draw(state, on: &surface, in: layout.plane) }
    if !layout.planeBeside.isEmpty {
      PlanePanel.draw(
        state.turnedRound, isInHand: false, on: &surface, in: layout.planeBeside)
    }
    if !layout.comparison.isEmpty {
      ComparisonPanel.draw(state, on: &surface, in: layout.comparison)
    }
    for place in layout.panels { place.panel.draw(state, &surface, place.rect) }
    LessonSheet.draw(state, on: &surface, in: layout.sheet)
    LessonHighlight.mark(state, on: &surface, layout: layout)
    TimelineBar.draw(state, on: &surface, layout: layout)
    TrainingRuler.draw(state, on: &surface, layout: layout)
    if let overlay = state.overlay {
      overlay.kind.draw(state, &surface, ScreenLayout.overlays(on: state.size))
    }
    if let notice = state.notice {
      // What lies over the panels is being read: beside it only the first line is free.
      let isCovered = state.overlay?.kind.coversPanels == true
      NoticeToast.draw(
        notice, on: &surface, in: isCovered ? layout.header : layout.notices.inset(by: 1))
    }
    if PresenterLine.isShown(state) {
      PresenterLine.draw(state, on: &surface, in: layout.footer)
    } else {
      FooterLine.draw(state, on: &surface, in: layout.footer)
    }
    LaserPointer.draw(state, on: &surface)
    CommandOverlay.draw(state, on: &surface, layout: layout)
    return surface
  }

  /// What is said where not even the plane fits; the question about unsaved training is asked
  /// here too, because the keys that answer it work.
  private static func drawRequest(_ state: AppState, on surface: inout Surface) {
    let (need, have) = (ScreenLayout.smallest, surface.size)
    let size = "\(need.columns) x \(need.rows)"
    // The shorter a version, the more it keeps of what has to be known.
    let versions =
      state.overlay == .confirmQuit
      ? [
        ["training is not saved:", "w saves,", "q quits,", "esc stays"],
        ["w saves,", "q quits,", "esc stays"], ["w saves"],
      ]
      : [
        ["too small: need \(size),", "have \(have.columns) x \(have.rows);", "q quits"],
        ["too small:", "need \(size),", "have \(have.columns) x \(have.rows);", "q quits"],
        ["need \(size);", "q quits"], ["need \(size)"], [size],
      ]
    let fitting = versions.map { wrapped($0, width: have.columns) }.first { lines in
      lines.count <= have.rows && lines.allSatisfy { $0.count <= have.columns }
    }
    let lines = fitting ?? versions[versions.count - 1]
    let top = max(0, (have.rows - lines.count) / 2)
    for (offset, line) in lines.enumerated() {
      let row = Rect(x: 0, y: top + offset, width: have.columns, height: 1)
      surface.write(line, in: row, align: .centre)
    }
  }

  /// Phrases that stay whole, as many on a line as there is room for.
  private static func wrapped(_ phrases: [String], width: Int) -> [String] {
    phrases.reduce(into: []) { lines, phrase in
      if let last = lines.last, last.count + 1 + phrase.count <= width {
        lines[lines.count - 1] = "\(last) \(phrase)"
      } else {
        lines.append(phrase)
      }
    }
  }
}
