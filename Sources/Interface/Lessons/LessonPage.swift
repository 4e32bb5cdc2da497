import Diffusion

/// A page of a lesson: an experiment with what is done in it, what is said of it and what is asked.
///
/// From the experiment, whose seed is part of it, and the lines that are done, the state of the screen
/// follows: a page shows the same from whichever side it is entered.
public struct LessonPage: Sendable, Equatable {
  /// What somebody has to bring about.
  public struct Goal: Sendable, Equatable {
    public let conditions: [LessonCondition]
    /// The lines that lead there.
    public let modelAnswer: Script
    /// What is said once it is reached.
    public let explanation: LessonText
    /// Where it stands in its file.
    public let source: String

    public init(
      conditions: [LessonCondition], modelAnswer: Script, explanation: LessonText, source: String
    ) {
      self.conditions = conditions
      self.modelAnswer = modelAnswer
      self.explanation = explanation
      self.source = source
    }
  }

  public var title: String
  public var experiment: Experiment
  /// What is done when the page is opened.
  public var script = Script()
  public var text = LessonText()
  /// What is to be looked at.
  public var highlight: Highlight?
  /// The figures that stand beside the text.
  public var figures: [FigureReading] = []
  public var prediction: Prediction?
  public var goal: Goal?
  public var hints: [LessonText] = []
  /// The parts of the program that leave everything as it is on this page.
  public var locked: Set<LessonLock> = []
  /// The panels that are out of sight.
  public var hidden: Set<Panel> = []
  /// Where the page stands in its file.
  public var source: String

  public init(title: String, experiment: Experiment, source: String) {
    self.title = title
    self.experiment = experiment
    self.source = source
  }

  /// What a page turns the eyes to.
  public enum Highlight: Sendable, Equatable {
    case panel(Panel)
    /// A circle of the plane.
    case region(centre: Point, radius: Double)
  }

  /// The page in a notation, unless it has its own; nil leaves it as it is.
  func speaking(_ notation: Notation?) -> LessonPage {
    guard experiment.notation == nil, let notation else { return self }
    var page = self
    page.experiment.notation = notation
    return page
  }

  /// The figures that are known when the page is opened.
  var readings: [FigureReading] {
    text.readings + figures + hints.flatMap(\.readings) + (prediction?.question.readings ?? [])
      + (goal?.conditions.flatMap(\.readings) ?? [])
  }

  /// The figures that are known once the answer is shown.
  var shownReadings: [FigureReading] {
    (prediction.map { $0.readings + $0.explanation.readings } ?? []) + figures
  }
}
