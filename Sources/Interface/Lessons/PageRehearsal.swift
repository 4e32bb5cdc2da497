import Diffusion
import TextScreen

/// A page of a lesson played on a screen without a terminal: the state that it shows and its figures.
///
/// The same page always gives the same, wherever one comes from.
public struct PageRehearsal: Sendable {
  /// How much of a page is played.
  public enum Part: Sendable, Equatable {
    /// What is done when the page is opened.
    case opening
    /// Also what shows the answer of its prediction.
    case answer
    /// The model answer of its goal, after the opening.
    case goal
  }

  /// The state that the page shows, as it is left to whoever reads.
  public let state: AppState
  /// The figures that the part speaks of; those that cannot be measured are left out.
  public let measured: [FigureReading: Double]
  private let page: LessonPage
  private let session: OffscreenSession

  /// Plays what is done when a page is opened. This takes as long as its lines ask for.
  public init(_ page: LessonPage, catalogue: Catalogue, size: Size) throws(ScriptError) {
    let opening: AppState
    do {
      var state = try AppState(experiment: page.experiment, size: size)
      state.catalogue = catalogue
      // What a page shows follows from its lines: a network learns where one of them says so.
      state.trainsAtOnce = false
      opening = state
    } catch {
      throw ScriptError(error.description, at: page.source)
    }
    var session = OffscreenSession(opening)
    try session.play(page.script)
    self.init(page, session, reading: page.readings)
  }

  private init(_ page: LessonPage, _ session: OffscreenSession, reading: [FigureReading]) {
    var session = session
    session.arrive()
    session.callOffMeasurements()
    self.page = page
    self.session = session
    state = session.state
    measured = FigureReading.measured(reading, in: session.state)
  }

  /// Goes on from the opening of the page.
  public func going(on part: Part) throws(ScriptError) -> PageRehearsal {
    var session = session
    switch part {
    case .opening: return self
    case .answer:
      if let prediction = page.prediction { try session.play(prediction.showing) }
      return PageRehearsal(page, session, reading: page.shownReadings)
    case .goal:
      if let goal = page.goal { try session.play(goal.modelAnswer) }
      return PageRehearsal(
        page, session,
        reading: page.figures
          + (page.goal.map { $0.conditions.flatMap(\.readings) + $0.explanation.readings } ?? []))
    }
  }
}

extension OffscreenSession {
  /// Lets the run reach the place that was asked for, and what was begun beside it end. Time stands
  /// still meanwhile.
  mutating func arrive() {
    for _ in 0..<Self.mostRounds where !state.isSettledForLessons {
      take(.time(.tick(seconds: 0, work: .max)))
    }
  }

  private static let mostRounds = 10_000
}

extension AppState {
  /// Whether nothing is on its way that a lesson's figures depend on.
  fileprivate var isSettledForLessons: Bool {
    playback.target == nil && !isCatchingUp && !classifier.isRunning
      && !classifier.isDue(for: experiment) && !studies.isPending(.verdict)
      && !StudyKind.verdict.isDue(self)
  }
}
