import Diffusion
import TextScreen

extension LessonSheet {
  /// What stands beside the text: what became of an answer or a goal, then the figures.
  static func drawMargin(_ lesson: LessonState, on surface: inout Surface, in room: Rect) {
    var rest = room
    for line in verdict(of: lesson) {
      for part in line.wrapped(to: room.width, glyphs: surface.glyphs) where !rest.isEmpty {
        surface.write(part, in: rest.takeTop(1))
      }
    }
    let asked = lesson.phase == .shown ? [] : lesson.page.prediction?.readings ?? []
    let relabelling = Relabelling(surface.glyphs.notation)
    // What is to be guessed is not told before.
    for reading in lesson.page.figures where !asked.contains(reading) {
      let value = reading.words(lesson.measured[reading], in: relabelling.notation)
      var lines = nameLines(
        relabelling(reading.description), width: rest.width, glyphs: surface.glyphs)
      // The number stands beside the name where there is room, else in a line of its own.
      if let last = lines.last,
        (last + " " + value).columns(in: surface.glyphs) > rest.width
      {
        lines.append(StyledText())
      }
      guard lines.count <= rest.height else { continue }
      for (index, line) in lines.enumerated() {
        var row = rest.takeTop(1)
        if index == lines.count - 1 {
          let columns = surface.glyphs.columns(of: value)
          surface.write(value, in: row.takeRight(columns), align: .right, style: .value)
        }
        surface.write(line, in: row)
      }
    }
  }

  /// The name of a figure in lines; what it is asked at stays together where it can.
  static func nameLines(_ name: String, width: Int, glyphs: Glyphs) -> [StyledText] {
    let parts = name.split(separator: " ", maxSplits: 1).map { StyledText.label(String($0)) }
    return StyledText.lines(of: parts, gap: " ", within: width, glyphs: glyphs).flatMap {
      $0.wrapped(to: width, glyphs: glyphs, inNames: true)
    }
  }

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
