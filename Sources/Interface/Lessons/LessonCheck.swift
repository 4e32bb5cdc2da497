import Diffusion
import TextScreen

/// What is wrong with a lesson, found by playing it: page by page, with every model answer.
public struct LessonCheck: Sendable {
  /// Every fault in a line that says where it is, in the order of the pages.
  public private(set) var faults: [String] = []
  private let catalogue: Catalogue

  /// Checks all pages of a lesson.
  ///
  /// - Parameter progress: told the number of each page, from 1, before it is played.
  public init(_ lesson: Lesson, catalogue: Catalogue, progress: (Int) -> Void = { _ in }) {
    self.catalogue = catalogue
    for (index, page) in lesson.pages.enumerated() {
      progress(index + 1)
      check(page)
    }
  }

  mutating func add(_ fault: String, at place: String) {
    faults.append("\(place): \(fault)")
  }

  private mutating func check(_ page: LessonPage) {
    do {
      let opening = try PageRehearsal(page, catalogue: catalogue, size: LessonRoom.screen)
      checkFigures(page.readings, in: opening, at: page.source)
      checkRoom(page, opening.measured)
      if case .panel(let panel) = page.highlight, let reason = panel.absence(opening.state) {
        add("the panel \(panel.id) is not there to be looked at: \(reason)", at: page.source)
      }
      checkPicture(of: opening, after: page.script, at: page.source)
      if let prediction = page.prediction { try check(prediction, of: page, from: opening) }
      if let goal = page.goal { try check(goal, of: page, from: opening) }
    } catch {
      faults.append("\(error)")
    }
  }

  private mutating func checkFigures(
    _ readings: [FigureReading], in rehearsal: PageRehearsal, at place: String
  ) {
    var known: Set<FigureReading> = []
    for reading in readings
    where rehearsal.measured[reading] == nil && known.insert(reading).inserted {
      let reason = reading.obstacle(in: rehearsal.state).map { ": \($0)" } ?? ""
      add("the figure '\(reading)' cannot be measured here\(reason)", at: place)
    }
  }

  /// The stated answer against what the program measures.
  private mutating func check(
    _ prediction: Prediction, of page: LessonPage, from opening: PageRehearsal
  ) throws {
    let shown = try opening.going(on: .answer)
    checkFigures(page.shownReadings, in: shown, at: prediction.source)
    checkPicture(of: shown, after: page.script + prediction.showing, at: prediction.source)
    checkFit(prediction.explanation, "the explanation", shown.measured, at: prediction.source)
    guard let answer = prediction.answer(shown.measured) else {
      if case .choice(let options, _) = prediction.kind {
        let right = options.indices.filter { options[$0].isRight(shown.measured) }
        let words = right.map { "\($0 + 1)" }.joined(separator: " and ")
        add(
          "one choice must be right, and \(right.isEmpty ? "none is" : "\(words) are")",
          at: prediction.source)
      }
      return
    }
    if !prediction.accepts(prediction.stated, answer: answer) {
      add(
        "the answer is said to be \(Self.words(prediction.stated)), and the program measures"
          + " \(Self.words(answer))", at: prediction.source)
    }
  }

  private static func words(_ numbers: [Double]) -> String {
    numbers.map { FigureText.words($0) }.joined(separator: ", ")
  }

  /// A goal is not reached when the page opens, and the model answer reaches it.
  private mutating func check(
    _ goal: LessonPage.Goal, of page: LessonPage, from opening: PageRehearsal
  ) throws {
    let readings = goal.conditions.flatMap(\.readings)
    if goal.conditions.allSatisfy({ $0.holds(opening.measured) == true }) {
      add("the goal is reached before anything is done", at: goal.source)
    }
    let reached = try opening.going(on: .goal)
    let measured = reached.measured
    checkPicture(of: reached, after: page.script + goal.modelAnswer, at: goal.source)
    checkFigures(readings + goal.explanation.readings, in: reached, at: goal.source)
    for condition in goal.conditions where condition.holds(measured) == false {
      let found = condition.readings.compactMap { reading in
        measured[reading].map { "\(reading) is \(FigureText.words($0))" }
      }
      add(
        "the model answer does not reach '\(condition)': \(found.joined(separator: ", "))",
        at: goal.source)
    }
    checkFit(goal.explanation, "what is said at the goal", measured, at: goal.source)
  }
}

// MARK: - Room

extension LessonCheck {
  /// All that is ever on the sheet has to fit it at 80 x 24.
  private mutating func checkRoom(_ page: LessonPage, _ measured: [FigureReading: Double]) {
    checkFit(page.text, "the text", measured, at: page.source)
    for (index, hint) in page.hints.enumerated() {
      checkFit(hint, "hint \(index + 1)", measured, at: page.source)
    }
    if let prediction = page.prediction {
      check("the question", at: prediction.source) {
        LessonRoom.question(prediction, measured, glyphs: $0)
      }
    }
    if page.figures.count > LessonRoom.mostFigures {
      add(
        "\(page.figures.count) figures do not fit beside the text; \(LessonRoom.mostFigures) do",
        at: page.source)
    }
  }

  private mutating func checkFit(
    _ text: LessonText, _ name: String, _ measured: [FigureReading: Double], at place: String
  ) {
    check(name, at: place) {
      text.lines(width: LessonRoom.columns, measured: measured, glyphs: $0)
    }
  }

  /// Lines have to fit in every notation; the first in which they do not is told.
  private mutating func check(
    _ name: String, at place: String, _ lines: (Glyphs) -> [StyledText]
  ) {
    for notation in Notation.allCases {
      let words = notation == .ddpm ? name : "\(name), said as \(notation.id) does,"
      if let fault = Self.misfit(of: lines(.all(in: notation)), words) {
        add(fault, at: place)
        return
      }
    }
  }

  private static func misfit(of lines: [StyledText], _ name: String) -> String? {
    let width = lines.map { line in line.runs.reduce(0) { $0 + $1.text.columns } }.max() ?? 0
    if width > LessonRoom.columns {
      return "\(name) has a line of \(width) columns; \(LessonRoom.columns) fit"
    }
    if lines.count > LessonRoom.rows {
      return "\(name) takes \(lines.count) rows of \(LessonRoom.columns) columns;"
        + " \(LessonRoom.rows) fit on a screen of 80 x 24"
    }
    return nil
  }
}
