import Diffusion
import Foundation
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
      var lines = nameLines(relabelling(reading.description), width: rest.width)
      // The number stands beside the name where there is room, else in a line of its own.
      if let last = lines.last, last.columns + 1 + value.columns > rest.width { lines.append("") }
      guard lines.count <= rest.height else { continue }
      for (index, line) in lines.enumerated() {
        var row = rest.takeTop(1)
        if index == lines.count - 1 {
          surface.write(value, in: row.takeRight(value.columns), align: .right, style: .value)
        }
        surface.write(line, in: row, align: .left, style: .dim)
      }
    }
  }

  /// The name of a figure in lines, broken at blanks and behind dashes.
  static func nameLines(_ name: String, width: Int) -> [String] {
    var parts = [""]
    var before: Character = " "
    for letter in name {
      parts[parts.count - 1].append(letter)
      // A dash before a number is its sign.
      if letter == " " || (letter == "-" && before.isLetter) { parts.append("") }
      before = letter
    }
    return parts.reduce(into: [""]) { lines, part in
      let grown = lines[lines.count - 1] + part
      if grown.trimmingCharacters(in: .whitespaces).count <= width {
        lines[lines.count - 1] = grown
      } else {
        lines.append(part)
      }
    }.map { $0.trimmingCharacters(in: .whitespaces) }
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
