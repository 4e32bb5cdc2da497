import Diffusion
import TextScreen

/// The lesson on the screen: a sheet below the panels with the text of the page at its left, and at its
/// right the figures and what became of an answer.
enum LessonSheet {
  /// A number stands no further from its name than this.
  private static let widestMargin = 40

  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard let lesson = state.lesson, !rect.isEmpty else { return }
    surface.clipped(to: rect) { surface in
      if rect.height < 3 {
        drawLine(lesson, on: &surface, in: rect)
        return
      }
      _ = PanelFrame.draw(
        title: lesson.page.title, trailing: trailing(lesson), isFocused: false, on: &surface,
        in: rect)
      var room = PanelFrame.content(of: rect)
      let text = room.takeLeft(min(LessonRoom.columns, room.width))
      drawText(lesson, on: &surface, in: text)
      // Where there is room the figures do not read on from the text.
      _ = room.takeLeft(max(1, min(3, room.width - 20)))
      drawMargin(lesson, on: &surface, in: room.takeLeft(min(widestMargin, room.width)))
    }
  }

  /// One line: where one is, and what it is about.
  private static func drawLine(
    _ lesson: LessonState, on surface: inout Surface, in rect: Rect
  ) {
    let place = StyledText(" \(lesson.index + 1)/\(lesson.lesson.pages.count) ", .title)
    let asked = lesson.phase == .asked ? "a question: ^ unfolds it" : ""
    surface.write(place + .label("\(lesson.page.title)  \(asked)"), in: rect)
  }

  private static func trailing(_ lesson: LessonState) -> String {
    let place = "page \(lesson.index + 1) of \(lesson.lesson.pages.count)"
    if lesson.isArriving { return "getting ready, \(place)" }
    if let hint = lesson.hint { return "hint \(hint + 1) of \(lesson.page.hints.count), \(place)" }
    return lesson.phase == .asked ? "a question, \(place)" : place
  }

  private static func drawText(
    _ lesson: LessonState, on surface: inout Surface, in room: Rect
  ) {
    var rest = room
    let lines = lines(of: lesson, width: room.width, glyphs: surface.glyphs)
    for line in fitted(lines, rows: room.height) {
      surface.write(line, in: rest.takeTop(1))
    }
    if lesson.hint == nil, lesson.phase == .asked { drawCurve(lesson, on: &surface, in: rest) }
  }

  /// Lines for so many rows. Where formulas are in words there may be more of them than a page was
  /// made for: empty lines are given up first, from below.
  static func fitted(_ lines: [StyledText], rows: Int) -> [StyledText] {
    var lines = lines
    while lines.count > rows, let gap = lines.lastIndex(where: { $0.runs.isEmpty }) {
      lines.remove(at: gap)
    }
    return lines
  }

  static func lines(
    of lesson: LessonState, width: Int, glyphs: Glyphs
  ) -> [StyledText] {
    if lesson.hint == nil, lesson.phase == .asked, let prediction = lesson.page.prediction {
      return LessonRoom.question(prediction, lesson.measured, width: width, glyphs: glyphs)
    }
    return lesson.text.lines(width: width, measured: lesson.measured, glyphs: glyphs)
  }

  /// The curve that is being guessed: a bar for each of its points.
  private static func drawCurve(
    _ lesson: LessonState, on surface: inout Surface, in room: Rect
  ) {
    guard case .curve(_, let places, let range, _) = lesson.page.prediction?.kind else { return }
    var rest = room
    for (index, place) in places.enumerated() where lesson.curve.indices.contains(index) {
      var row = rest.takeTop(1)
      let isInHand = index == lesson.curvePoint
      let value = lesson.curve[index]
      surface.write(
        isInHand ? String(surface.glyphs.marker) : " ", in: row.takeLeft(2), align: .left,
        style: .accent)
      surface.write(
        FigureText.words(place), in: row.takeLeft(6), align: .right, style: isInHand ? .bold : .dim)
      _ = row.takeLeft(1)
      let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      surface.drawBar(share, in: row.takeLeft(40), style: isInHand ? .accent : .curve)
      surface.write(" \(Text.short(value))", in: row, align: .left, style: .value)
    }
  }
}
