import Diffusion
import TextScreen

extension LessonSheet {
  /// What stands beside the text: what became of an answer or a goal, then the figures.
  static func drawMargin(_ lesson: LessonState, on surface: inout Surface, in room: Rect) {
    var rest = room
    for line in verdict(of: lesson) where !rest.isEmpty {
      surface.write(line, in: rest.takeTop(1))
    }
    let asked = lesson.phase == .shown ? [] : lesson.page.prediction?.readings ?? []
    let relabelling = Relabelling(surface.glyphs.notation)
    // What is to be guessed is not told before.
    for reading in lesson.page.figures where !asked.contains(reading) {
      let value = reading.words(lesson.measured[reading], in: relabelling.notation)
      if rest.width >= wide {
        var row = rest.takeTop(1)
        surface.write(value, in: row.takeRight(value.columns), align: .right, style: .value)
        surface.write(
          relabelling(reading.description), in: row, align: .left,
          style: .dim)
      } else if rest.height >= 2 {
        surface.write(
          relabelling(reading.description), in: rest.takeTop(1), align: .left, style: .dim)
        surface.write("  \(value)", in: rest.takeTop(1), align: .left, style: .value)
      }
    }
  }

  /// From this width on a figure and its number stand in one line.
  private static let wide = 28

  /// What became of the answer, or of the goal.
  private static func verdict(of lesson: LessonState) -> [StyledText] {
    if lesson.page.goal != nil {
      return [
        lesson.isGoalReached ? StyledText("goal reached", .good) : StyledText("goal open", .warning)
      ]
    }
    guard lesson.phase == .shown else { return [] }
    if lesson.isArriving { return [.label("measuring")] }
    guard let guess = lesson.guess, let isRight = lesson.isRight else { return [] }
    let word = isRight ? StyledText("right", .good) : StyledText("not quite", .warning)
    guard guess.count <= 2 else { return [word] }
    return [.label("you said ") + guess.map { FigureText.words($0) }.joined(separator: " "), word]
  }
}
