import Diffusion
import TextScreen

/// A lesson on the screen: its pages are played beside it and then put on it.
extension AppState {
  mutating func updateLesson(_ action: LessonAction) -> [Effect] {
    if case .open(let lesson) = action { return open(lesson) }
    guard let lesson else {
      if action.origin == .person { say(action.obstacle(in: self) ?? "") }
      return []
    }
    if action.origin == .person, let reason = action.obstacle(in: self) {
      say(reason)
      return []
    }
    switch action {
    case .open: return []
    case .on: return goOn(lesson)
    case .back: return goBack(lesson)
    case .page(let index): return turn(to: index)
    case .answer(let guess): return take(guess: guess)
    case .choose(let number): return take(guess: [Double(number)])
    case .curve(let points, let twentieths): moveCurve(points, twentieths)
    case .hint:
      let next = lesson.hint.map { $0 + 1 } ?? 0
      self.lesson?.hint = next < lesson.page.hints.count ? next : nil
      self.lesson?.moment = nil
    case .show: return show(lesson)
    case .fold: self.lesson?.isFolded.toggle()
    case .close:
      self.lesson = nil
      trainsAtOnce = true
      say("the lesson is closed; what is on the screen is yours to go on with")
    case .arrived(let arrival): return take(arrival)
    case .measured(let answer): take(answer)
    }
    return []
  }

  private mutating func open(_ lesson: Lesson) -> [Effect] {
    // What was trained before is kept, to come back to.
    shelve(training)
    var opened = LessonState(lesson)
    opened.number = (self.lesson?.number ?? 0)
    opened.notation = experiment.notation
    self.lesson = opened
    return turn(to: 0)
  }

  private mutating func turn(to index: Int, _ phase: LessonState.Phase = .reading) -> [Effect] {
    keepNotation()
    lesson?.turn(to: index, phase)
    return request(phase == .shown ? .answer : .opening)
  }

  /// The notation belongs to whoever looks, and goes along from page to page, but for those that have
  /// their own.
  private mutating func keepNotation() {
    guard let lesson, lesson.page.experiment.notation == nil, !lesson.isArriving else { return }
    let notation = experiment.notation
    self.lesson?.notation = notation
  }

  private func request(_ part: PageRehearsal.Part) -> [Effect] {
    guard let lesson else { return [] }
    return [
      .play(
        PageRequest(
          number: lesson.number, page: lesson.page.speaking(lesson.notation), part: part,
          catalogue: catalogue, size: size))
    ]
  }

  private mutating func goOn(_ lesson: LessonState) -> [Effect] {
    // Who presses it twice means the page that is on its way, and has seen nothing of it yet.
    if lesson.isArriving {
      say("the page is getting ready")
      return []
    }
    if lesson.hint != nil {
      self.lesson?.hint = nil
      return []
    }
    switch lesson.phase {
    case .reading where lesson.page.prediction != nil:
      self.lesson?.ask()
      return []
    case .asked:
      guard let prediction = lesson.page.prediction else { return [] }
      switch prediction.kind {
      case .choice: say("answer with \(prediction.form); ~ shows the answer")
      case .curve where !lesson.isCurveDrawn:
        say("draw the curve with the arrow keys first; ~ shows the answer")
      case .curve: return take(guess: lesson.curve)
      case .number, .place:
        overlay = .command(LineEditor(text: "lesson answer "))
      }
      return []
    case .reading, .shown:
      if lesson.isLast {
        say("that was the last page; ':lesson close' ends the lesson")
        return []
      }
      return turn(to: lesson.index + 1)
    }
  }

  private mutating func goBack(_ lesson: LessonState) -> [Effect] {
    if lesson.hint != nil {
      self.lesson?.hint = nil
      return []
    }
    switch lesson.phase {
    case .asked:
      self.lesson?.phase = .reading
      return []
    case .shown: return turn(to: lesson.index)
    case .reading:
      guard lesson.index > 0 else {
        say("this is the first page")
        return []
      }
      return turn(to: lesson.index - 1)
    }
  }

  private mutating func take(guess: [Double]) -> [Effect] {
    guard let lesson, lesson.phase == .asked, let prediction = lesson.page.prediction else {
      say("the question comes with enter")
      return []
    }
    guard guess.count == prediction.stated.count else {
      say("an answer here is \(prediction.form)")
      return []
    }
    self.lesson?.guess = guess
    return turn(to: lesson.index, .shown)
  }

  private mutating func show(_ lesson: LessonState) -> [Effect] {
    if lesson.page.prediction != nil {
      self.lesson?.guess = nil
      return turn(to: lesson.index, .shown)
    }
    keepNotation()
    self.lesson?.turn(to: lesson.index)
    return request(.goal)
  }

  private mutating func moveCurve(_ points: Int, _ twentieths: Int) {
    guard var lesson, lesson.phase == .asked, !lesson.curve.isEmpty,
      case .curve(_, _, let range, _) = lesson.page.prediction?.kind
    else { return }
    lesson.isCurveDrawn = true
    let last = lesson.curve.count - 1
    lesson.curvePoint = min(max(0, lesson.curvePoint + points), last)
    let step = (range.upperBound - range.lowerBound) / 20
    let value = lesson.curve[lesson.curvePoint] + Double(twentieths) * step
    lesson.curve[lesson.curvePoint] = min(max(range.lowerBound, value), range.upperBound)
    self.lesson = lesson
  }
}

// MARK: - What comes from beside the screen

extension AppState {
  /// Puts a page on the screen: everything is as it was played, but what belongs to whoever looks.
  private mutating func take(_ arrival: PageArrival) -> [Effect] {
    guard var lesson, arrival.number == lesson.number else { return [] }
    lesson.isArriving = false
    self.lesson = lesson
    let rehearsal: PageRehearsal
    switch arrival.outcome {
    case .success(let played): rehearsal = played
    case .failure(let error):
      warn("\(error)")
      return []
    }
    lesson.measured.merge(rehearsal.measured) { $1 }
    if arrival.part == .answer {
      lesson.answer = lesson.page.prediction?.answer(rehearsal.measured)
    }
    var next = rehearsal.state
    (next.size, next.catalogue, next.shelf, next.drafts) = (size, catalogue, shelf, drafts)
    (next.usualTheme, next.overlay) = (usualTheme, overlay)
    (next.view.theme, next.view.dots) = (view.theme, view.dots)
    (next.view.ramp, next.view.motion) = (view.ramp, view.motion)
    // Steps that are still being made are of the page before.
    next.simulation = simulation
    next.simulation.forget()
    // Whatever the page has learned, it learns again whenever it is opened.
    next.training.savedSteps = next.training.steps
    next.notice = nil
    next.lesson = lesson
    self = next
    return experiment.model.kind == .learned ? trainingInHand() : [.pauseTraining]
  }

  private mutating func take(_ answer: FigureAnswer) {
    guard var lesson, answer.number == lesson.number else { return }
    lesson.isMeasuring = false
    lesson.moment = answer.moment
    lesson.pause = Self.secondsBetweenFigures
    lesson.measured.merge(answer.measured) { $1 }
    if let goal = lesson.page.goal, !lesson.isGoalReached,
      goal.conditions.allSatisfy({ $0.holds(lesson.measured) == true })
    {
      lesson.isGoalReached = true
      lesson.hint = nil
      lesson.moment = nil
      say("the goal is reached")
    }
    self.lesson = lesson
  }

  private static let secondsBetweenFigures = 0.3

  /// Whether a page or figures of it are on their way, or still to be asked for.
  var isLessonAwaited: Bool {
    guard let lesson else { return false }
    return lesson.isArriving || lesson.isMeasuring || lesson.moment != LessonState.Moment(self)
  }

  /// Asks for the figures of the page where what they are of is another by now.
  mutating func measureLessonIfDue() -> [Effect] {
    guard let lesson, !lesson.isArriving, !lesson.isMeasuring, playback.target == nil else {
      return []
    }
    let moment = LessonState.Moment(self)
    guard lesson.moment != moment, !isAnimated || lesson.pause <= 0 else { return [] }
    self.lesson?.isMeasuring = true
    return [.readFigures(FigureRequest(self, lesson, moment: moment))]
  }
}
