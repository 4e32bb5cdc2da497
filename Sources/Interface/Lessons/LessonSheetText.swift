import Diffusion
import TextScreen

/// A page of a lesson as plain text: for screen readers and for hand-outs.
public struct LessonSheetText: Sendable {
  private let page: LessonPage
  private let opening: PageRehearsal
  private let answer: PageRehearsal?
  private let goal: PageRehearsal?

  /// Plays a page and all that is shown on it.
  public init(_ page: LessonPage, catalogue: Catalogue, size: Size) throws(ScriptError) {
    self.page = page
    opening = try PageRehearsal(page, catalogue: catalogue, size: size)
    answer = page.prediction == nil ? nil : try opening.going(on: .answer)
    goal = page.goal == nil ? nil : try opening.going(on: .goal)
  }

  /// The screen of the page: as it is when its answer is shown, where it has one.
  public var picture: AppState { answer?.state ?? opening.state }

  /// The page in plain lines, its figures as numbers and its screen as sentences.
  ///
  /// - Parameter number: that of the page, from 1.
  public func plain(number: Int) -> String {
    var parts = ["Page \(number): \(page.title)", plain(page.text, opening)]
    let asked = page.prediction?.readings ?? []
    let told = page.figures.filter { !asked.contains($0) }
    parts += told.map { "\($0): \(FigureText.words(opening.measured[$0]))" }
    parts.append("On the screen: \(ScreenDescription(opening.state).text)")
    if let prediction = page.prediction, let answer {
      parts.append("Question: " + Self.plain(LessonRoom.question(prediction, opening.measured)))
      parts.append("Answer: \(Self.answer(prediction, answer.measured))")
      parts.append(plain(prediction.explanation, answer))
    }
    if let end = page.goal, let goal {
      parts.append("Goal: " + end.conditions.map(\.description).joined(separator: ", "))
      parts += page.hints.map { "Hint: \(plain($0, opening))" }
      parts.append(Self.modelAnswer(end))
      parts.append(
        Self.plain(
          end.explanation.lines(width: Self.width, measured: goal.measured)))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  /// The page as Markdown.
  ///
  /// - Parameter image: the name of the file with its picture.
  public func markdown(number: Int, image: String) -> String {
    var parts = ["## \(number). \(page.title)", page.text.markdown(opening.measured)]
    if let prediction = page.prediction {
      parts.append("**Question.** " + prediction.question.markdown(opening.measured))
      if case .choice(let options, _) = prediction.kind {
        let rows = options.enumerated().map { "\($0 + 1). \($1.text)" }
        parts.append(rows.joined(separator: "\n"))
      }
    }
    parts.append("![\(page.title)](\(image))")
    if !page.figures.isEmpty {
      let rows = page.figures.map { "| \($0) | \(FigureText.words(picture(of: $0))) |" }
      parts.append((["| Figure | Value |", "|---|---|"] + rows).joined(separator: "\n"))
    }
    if let prediction = page.prediction, let answer {
      parts.append("**Answer.** \(Self.answer(prediction, answer.measured))")
      parts.append(prediction.explanation.markdown(answer.measured))
    }
    if let end = page.goal, let goal {
      let conditions = end.conditions.map { "`\($0)`" }.joined(separator: ", ")
      parts.append("**Goal.** \(conditions)")
      parts += page.hints.map { "*Hint.* \($0.markdown(opening.measured))" }
      parts.append("**\(Self.modelAnswer(end))**")
      parts.append(end.explanation.markdown(goal.measured))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func picture(of reading: FigureReading) -> Double? {
    answer.map { $0.measured[reading] } ?? opening.measured[reading]
  }

  private func plain(_ text: LessonText, _ rehearsal: PageRehearsal) -> String {
    Self.plain(text.lines(width: Self.width, measured: rehearsal.measured))
  }

  private static let width = 72

  private static func plain(_ lines: [StyledText]) -> String {
    lines.map { $0.runs.map(\.text).joined() }.joined(separator: "\n")
  }

  private static func answer(
    _ prediction: Prediction, _ measured: [FigureReading: Double]
  ) -> String {
    guard let answer = prediction.answer(measured) else { return "unknown" }
    if case .choice(let options, _) = prediction.kind {
      let option = Int(answer[0])
      return "\(option), \(options[option - 1].text)"
    }
    return answer.map { FigureText.words($0) }.joined(separator: ", ")
  }

  private static func modelAnswer(_ goal: LessonPage.Goal) -> String {
    "Model answer: " + goal.modelAnswer.sentences.joined(separator: "; ")
  }
}
