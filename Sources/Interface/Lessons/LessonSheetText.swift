import Diffusion
import TextScreen

/// A page of a lesson as plain text: for screen readers and for hand-outs.
public struct LessonSheetText: Sendable {
  private let page: LessonPage
  private let glyphs: Glyphs
  private let opening: PageRehearsal
  private let answer: PageRehearsal?
  private let goal: PageRehearsal?

  /// Plays a page and all that is shown on it.
  public init(_ page: LessonPage, catalogue: Catalogue, size: Size) throws(ScriptError) {
    self.page = page
    opening = try PageRehearsal(page, catalogue: catalogue, size: size)
    glyphs = .all(in: opening.state.notation)
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
    parts += told.map { "\(name(of: $0)): \($0.words(opening.measured[$0], in: notation))" }
    parts.append("On the screen: \(ScreenDescription(opening.state).text)")
    if let prediction = page.prediction, let answer {
      let question = LessonRoom.question(prediction, opening.measured, glyphs: glyphs)
      parts.append("Question: " + Self.plain(question))
      parts.append("Answer: \(self.answer(prediction, answer.measured))")
      parts.append(plain(prediction.explanation, answer))
    }
    if let end = page.goal, let goal {
      parts.append("Goal: " + end.conditions.map(\.description).joined(separator: ", "))
      parts += page.hints.map { "Hint: \(plain($0, opening))" }
      parts.append(Self.modelAnswer(end))
      parts.append(plain(end.explanation, goal))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  /// The page as Markdown.
  ///
  /// - Parameter image: the name of the file with its picture.
  public func markdown(number: Int, image: String) -> String {
    var parts = ["## \(number). \(page.title)", markdown(page.text, opening)]
    if let prediction = page.prediction {
      parts.append("**Question.** " + markdown(prediction.question, opening))
      if case .choice(let options, _) = prediction.kind {
        let rows = options.enumerated().map { "\($0 + 1). \(relabelling($1.text))" }
        parts.append(rows.joined(separator: "\n"))
      }
    }
    parts.append("![\(page.title)](\(image))")
    if !page.figures.isEmpty {
      let rows = page.figures.map {
        "| \(name(of: $0)) | \($0.words(picture(of: $0), in: notation)) |"
      }
      parts.append((["| Figure | Value |", "|---|---|"] + rows).joined(separator: "\n"))
    }
    if let prediction = page.prediction, let answer {
      parts.append("**Answer.** \(self.answer(prediction, answer.measured))")
      parts.append(markdown(prediction.explanation, answer))
    }
    if let end = page.goal, let goal {
      let conditions = end.conditions.map { "`\($0)`" }.joined(separator: ", ")
      parts.append("**Goal.** \(conditions)")
      parts += page.hints.map { "*Hint.* \(markdown($0, opening))" }
      parts.append("**\(Self.modelAnswer(end))**")
      parts.append(markdown(end.explanation, goal))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func picture(of reading: FigureReading) -> Double? {
    answer.map { $0.measured[reading] } ?? opening.measured[reading]
  }

  private func plain(_ text: LessonText, _ rehearsal: PageRehearsal) -> String {
    Self.plain(text.lines(width: Self.width, measured: rehearsal.measured, glyphs: glyphs))
  }

  private func markdown(_ text: LessonText, _ rehearsal: PageRehearsal) -> String {
    text.markdown(rehearsal.measured, in: notation)
  }

  private var notation: Notation { glyphs.notation }
  private var relabelling: Relabelling { Relabelling(notation) }

  private func name(of reading: FigureReading) -> String { relabelling(reading.description) }

  private static let width = 72

  private static func plain(_ lines: [StyledText]) -> String {
    lines.map { $0.runs.map(\.text).joined() }.joined(separator: "\n")
  }

  private func answer(
    _ prediction: Prediction, _ measured: [FigureReading: Double]
  ) -> String {
    guard let answer = prediction.answer(measured) else { return "unknown" }
    if case .choice(let options, _) = prediction.kind {
      let option = Int(answer[0])
      return "\(option), \(relabelling(options[option - 1].text))"
    }
    return answer.map { FigureText.words($0) }.joined(separator: ", ")
  }

  private static func modelAnswer(_ goal: LessonPage.Goal) -> String {
    "Model answer: " + goal.modelAnswer.sentences.joined(separator: "; ")
  }
}
