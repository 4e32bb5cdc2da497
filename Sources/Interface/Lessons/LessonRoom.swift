import Diffusion
import TextScreen

/// How much room a lesson has on the smallest screen that it is made for.
enum LessonRoom {
  /// The screen: a lesson fits it, and larger ones have room to spare.
  static let screen = Size(columns: 80, rows: 24)
  /// The columns of the text.
  static let columns = 60
  /// The rows of the text.
  static let rows = 9
  /// How many figures stand beside the text.
  static let mostFigures = 4

  /// A question as it is asked: with its choices, or with the form of the answer.
  static func question(
    _ prediction: Prediction, _ measured: [FigureReading: Double], width: Int = columns,
    glyphs: Glyphs = .braille
  ) -> [StyledText] {
    let asked = prediction.question.lines(width: width, measured: measured, glyphs: glyphs)
    guard case .choice(let options, _) = prediction.kind else { return asked }
    let choices = options.enumerated().flatMap { index, option in
      lines(of: option, width: width, glyphs).enumerated().map { line, text in
        (line == 0 ? StyledText.key("\(index + 1)") + "  " : StyledText("   ")) + text
      }
    }
    return asked + choices
  }

  /// How many rows a choice takes.
  static func height(
    of option: Prediction.Option, width: Int, glyphs: Glyphs
  ) -> Int {
    lines(of: option, width: width, glyphs).count
  }

  private static func lines(
    of option: Prediction.Option, width: Int, _ glyphs: Glyphs
  ) -> [String] {
    TextWrap.lines(
      glyphs.spelled(Relabelling(glyphs.notation)(option.text)), width: width - 3)
  }
}
