import Diffusion

/// A lesson that is open on the screen, and where in it somebody is.
struct LessonState: Sendable {
  /// What the page waits for.
  enum Phase: Sendable, Equatable {
    /// The text is read, and things are tried.
    case reading
    /// The prediction is asked.
    case asked
    /// The answer is shown.
    case shown
  }

  let lesson: Lesson
  var index = 0
  var phase = Phase.reading
  /// The hint that is read in the place of the text, from 0; nil for none.
  var hint: Int?
  /// What somebody has answered; nil where the answer was shown without.
  var guess: [Double]?
  /// The curve that is being drawn, and the point of it in hand.
  var curve: [Double] = []
  var curvePoint = 0
  /// Whether somebody has drawn at it: as it is at first it is no answer.
  var isCurveDrawn = false
  /// What the program answers, once it is shown.
  var answer: [Double]?
  var isGoalReached = false
  /// The figures of the page; those that are being measured anew are the last known.
  var measured: [FigureReading: Double] = [:]
  /// The notation of whoever reads, for pages without their own; nil for DDPM's.
  var notation: Notation?
  /// Whether only one line of it is seen.
  var isFolded = false
  /// The request for a page that is waited for; answers of others are out of date.
  var number = 0
  var isArriving = false
  /// What the figures are of, and whether they are being measured.
  var moment: Moment?
  var isMeasuring = false
  /// Seconds until figures are measured again while time runs.
  var pause = 0.0

  init(_ lesson: Lesson) {
    self.lesson = lesson
  }

  /// What figures depend on.
  struct Moment: Sendable, Equatable {
    let editions: Editions
    let place: RunPlace
    let trainingSteps: Int

    init(_ state: AppState) {
      editions = state.history.present
      place = state.frame.place
      trainingSteps = state.training.steps
    }
  }

  var page: LessonPage { lesson.pages[index] }
  var isLast: Bool { index == lesson.pages.count - 1 }

  /// The text that is read now.
  var text: LessonText {
    if let hint, page.hints.indices.contains(hint) { return page.hints[hint] }
    if phase == .shown, let prediction = page.prediction { return prediction.explanation }
    if isGoalReached, let goal = page.goal, !goal.explanation.isEmpty { return goal.explanation }
    return page.text
  }

  /// Whether an answer is what the program measures; nil where nobody has answered.
  var isRight: Bool? {
    guard let guess, let answer, let prediction = page.prediction else { return nil }
    return prediction.accepts(guess, answer: answer)
  }

  /// Turns to a page; its state is still to come.
  mutating func turn(to index: Int, _ phase: Phase = .reading) {
    // What a figure was before would be told as what it is.
    measured = [:]
    self.index = index
    self.phase = phase
    hint = nil
    isGoalReached = false
    (moment, pause, isMeasuring) = (nil, 0, false)
    if phase != .shown { (guess, answer) = (nil, nil) }
    number += 1
    isArriving = true
  }

  /// Begins to ask.
  mutating func ask() {
    phase = .asked
    hint = nil
    guard case .curve(_, let places, let range, _) = page.prediction?.kind else { return }
    curve = Array(repeating: (range.lowerBound + range.upperBound) / 2, count: places.count)
    (curvePoint, isCurveDrawn) = (0, false)
  }

  /// Whether a place of the plane is asked for, which can be clicked.
  var asksForPlace: Bool {
    if phase == .asked, case .place = page.prediction?.kind { true } else { false }
  }

  /// The figures that are measured now, of what is on the screen.
  var readings: [FigureReading] {
    page.figures + text.readings + (page.goal?.conditions.flatMap(\.readings) ?? [])
  }
}
