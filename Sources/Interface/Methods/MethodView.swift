import Diffusion
import TextScreen

/// What the screen shows of a method and what can be done with it, beyond its runs.
///
/// The defaults are those of a method that has nothing of its own on a matter.
protocol MethodView: Sendable {
  /// Whether the field of an exact model is seen from the start on.
  var showsFieldAtOnce: Bool { get }

  /// Whether the figures of a network are its errors of the score.
  var judgesScore: Bool { get }

  /// Whether particles are told apart by their classes, unless somebody wants it otherwise.
  var followsClasses: Bool { get }

  /// Whether what a network learns is moved about by hand, so that a training may be but begun on
  /// the way to another.
  var movesWhatIsLearned: Bool { get }

  /// The panel that stands first beside the plane, and what is in it in a few words.
  var leading: (panel: Panel, words: String) { get }

  /// Of what nothing exact is known where nothing is: in the caption of the plane.
  var withoutExactAnswer: String { get }

  /// Why there is one forward run; nil where there are the walk and the jump.
  var noWays: String? { get }

  /// Why the schedule has no further curves; nil where it has.
  var noCurves: String? { get }

  /// Why a network cannot be trained on from an earlier one; nil where it can.
  var noResuming: String? { get }

  /// Why its samples have no bound by terms, that of a chain of denoising steps; nil where they have.
  var noBound: String? { get }

  /// What is taken in hand in place of the schedule's control points, so many places on; nil where
  /// it is those.
  func takingInHand(offset: Int, in state: AppState) -> Action?

  /// What that is, in a word for the footer.
  var inHand: String { get }

  /// The figures of the moment for the header, besides its step and its time.
  func figures(of state: AppState, _ glyphs: Glyphs) -> [HeaderFigure]

  /// Which of the ways to the data is in use: a row of their list, by its command.
  func wayInUse(_ state: AppState) -> String?

  /// How samples are made, in a sentence.
  func runSentence(_ state: AppState) -> String

  /// What a measured run is called, in a table and in a title.
  func runWords(of measurement: QualityMeasurement) -> (short: String, title: String)

  /// What the screen shows of it in a sentence, if there is anything.
  func sentence(_ state: AppState) -> String?
}

extension MethodView {
  var showsFieldAtOnce: Bool { false }
  var judgesScore: Bool { false }
  var followsClasses: Bool { false }
  var movesWhatIsLearned: Bool { false }
  var leading: (panel: Panel, words: String) { (.schedule, "the schedule is") }
  var withoutExactAnswer: String { "paired samples" }
  var noWays: String? { nil }
  var noCurves: String? { nil }
  var noResuming: String? { nil }

  var noBound: String? {
    "the bound by terms is that of a chain of denoising steps, as diffusion has one"
  }

  func takingInHand(offset: Int, in state: AppState) -> Action? { nil }
  var inHand: String { "bend" }
  func figures(of state: AppState, _ glyphs: Glyphs) -> [HeaderFigure] { [] }
  func wayInUse(_ state: AppState) -> String? { nil }

  func runSentence(_ state: AppState) -> String {
    let experiment = state.experiment
    return "Schedule \(experiment.schedule.kind.title), \(experiment.schedule.timesteps) "
      + "timesteps; sampler \(experiment.sampler.kind.title), "
      + "\(state.stage.laboratory.grid.steps) steps."
  }

  func runWords(of measurement: QualityMeasurement) -> (short: String, title: String) {
    (measurement.run, measurement.runTitle)
  }

  func sentence(_ state: AppState) -> String? { nil }
}

/// A figure of the header; those of higher rank are left out first.
struct HeaderFigure: Sendable {
  let text: String
  let rank: Int
}

/// A method on the stage: its runs, and what is seen of it.
protocol StagedMethod: MethodRuns, MethodView {}
