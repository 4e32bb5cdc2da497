import Diffusion
import TextScreen

/// Everything that can happen to the state: what a person asks for, and what comes in.
public enum Action: Sendable {
  // MARK: Time
  case togglePlay
  case step(Int)
  /// To a step of the run; numbers beyond the ends mean the ends.
  case seek(step: Int)
  /// To a place on the timeline: 0 is data, 1 is noise.
  case seekTime(Double)
  case goToStart
  case goToEnd
  case changeSpeed(faster: Bool)
  case toggleDirection
  case toggleLoop
  case toggleWay
  case toggleSlowMotion

  // MARK: Model and training
  case toggleModel
  case toggleTraining
  case restartTraining
  case changeRate(faster: Bool)
  case changeBatch(larger: Bool)

  // MARK: Training time
  /// To the network as it was after so many steps; at the last step, as it is now.
  case rewind(to: Int)
  /// So many snapshots on, or back where negative.
  case rewindBy(Int)
  case toggleRedraw
  case trainFromHere

  // MARK: Studies
  /// Begins a study, or calls it off.
  case study(Study.Kind)
  /// The chart of quality by steps for chosen samplers.
  case chart([Sampler])

  // MARK: The experiment
  case open(Picker.Kind)
  case reseed
  case undo
  case redo

  // MARK: Labels and guidance
  case guide(GuidanceAction)

  // MARK: Comparing
  /// Puts two experiments side by side; nil leaves the one in hand.
  case compare(Contrast?)
  case turnToOtherSide

  // MARK: The schedule
  case selectHandle(offset: Int)
  /// Moves the selected handle: in time by hundredths, in value by factors of 1.1.
  case nudgeHandle(time: Int, value: Int)
  case addHandle
  case deleteHandle
  case cycleCurve
  /// Puts the selected handle at a time and a beta that were typed.
  case placeHandle(Point)
  /// Asks for the time and the beta of the selected handle.
  case typeHandle
  case toggleGhosts
  case toggleSnapping

  // MARK: Other priors
  /// Takes the prior of the next label in hand.
  case selectPrior(offset: Int)
  /// Moves it by twentieths of the data's size.
  case movePrior(across: Int, up: Int)
  /// Makes it so many tenths wider, or narrower where negative.
  case widenPrior(Int)
  /// Puts the prior of a label at a place, as wide as is said.
  case placePrior(LabelPrior)
  /// Learns anew what the network itself joins.
  case reflow

  // MARK: The view
  case cycleField
  case cycleGround
  case toggleContours
  case toggleTrails
  case toggleTubes
  case cycleColour
  case cycleDots
  case cycleTheme
  case cycleFlow
  case toggleLobes
  case toggleFilm
  /// Gives the panel with the keys, or the plane, the room of the other panels too.
  case toggleSolo
  case zoom(closer: Bool)
  case pan(columns: Int, rows: Int)
  case resetCamera
  case selectParticle(offset: Int)
  case focus(offset: Int)
  case show(PanelID)

  // MARK: Overlays
  case toggleHelp
  case moveSelection(Int)
  /// So many times the rows that are seen further, or back where negative.
  case turnPage(Int)
  case accept
  case back

  // MARK: Commands
  /// Opens the command line with something written in it.
  case openCommandLine(String)
  case openPalette
  case type(Character)
  case erase
  case edit(LineEdit)
  case complete
  /// To the suggestion before.
  case completeBackwards
  /// An older line of the history, or a newer one where the offset is negative.
  case recall(Int)
  /// Another experiment in place of this one.
  case change(Experiment)
  /// Other options of the view in place of these.
  case look(ViewOptions)

  // MARK: Drawing
  case draw(DrawingAction)

  // MARK: Files and the end
  case saveWeights
  case savePreset
  case savePicture(PictureFormat)
  case savePoints
  /// Writes what is known of a study into a file.
  case saveStudy(Study.Kind, StudyFormat)
  /// Makes the line for the shell that opens this screen again.
  case shareLine
  /// Says in words what the screen shows.
  case describe
  /// Makes the points in a file the data.
  case load(String)
  case requestQuit
  case quit
  case saveAndQuit
  case suspend
  case repaint

  // MARK: What comes in
  case resized(Size)
  /// The theme that suits the terminal, or that the program was started with.
  case usualTheme(Theme)
  case mouse(Mouse)
  /// Time has passed.
  ///
  /// - Parameters:
  ///   - seconds: since the last tick.
  ///   - work: how many model calls for one point the state may spend on this frame.
  case tick(seconds: Double, work: Int)
  case trained(TrainingReport, stepsPerSecond: Double)
  case measured(QualityRequest)
  case simulated(Simulation, seconds: Double)
  case filmMeasured(FilmMotion)
  case matched(Matching)
  case studied(StudyRequest)
  case redrawn([Point], of: Redraw)
  case reflowed((any TrainingProcess)?, of: Reflow)
  case saved(SavedFile)
  case shared(String)
  case loaded(DistributionSpecification, title: String)
  case failed(String)
  /// What a line of the command line asked for turned out to be impossible.
  case refused(line: String, String)
}

/// A file that was written.
public enum SavedFile: Sendable, Equatable {
  case weights(path: String, name: String, steps: Int)
  case preset(path: String, Experiment)
  /// A picture, points: something that is not read again.
  case other(String, path: String)
}

extension Action {
  /// Whether a person turned to something else, so that the next nudge of the schedule is an entry
  /// of its own in the undo history.
  var endsGesture: Bool {
    switch self {
    case .nudgeHandle, .movePrior, .widenPrior, .mouse, .tick, .trained, .measured, .simulated,
      .filmMeasured, .matched, .redrawn, .reflowed, .studied, .saved, .shared, .failed, .resized,
      .usualTheme:
      false
    case .guide(let action): !action.isNudge
    default: true
    }
  }

  /// Whether it only moves something a little further, as a key does that is held.
  var isMove: Bool {
    switch self {
    case .step, .seek, .seekTime, .changeSpeed, .selectHandle, .nudgeHandle, .selectPrior,
      .movePrior, .widenPrior, .zoom, .pan, .selectParticle, .moveSelection, .turnPage, .type,
      .erase, .edit, .recall, .guide(.addWeight), .draw(.move), .draw(.resize):
      true
    default: false
    }
  }

  /// Whether somebody turned to something else, so that what was told before is told no longer.
  /// While a line is mended, what is wrong with it stays.
  var clearsNotice: Bool {
    switch self {
    case .type, .erase, .edit, .complete, .completeBackwards, .recall, .tick, .trained, .measured,
      .simulated, .filmMeasured, .matched, .redrawn, .reflowed, .studied, .saved, .shared, .loaded,
      .failed, .refused, .resized, .usualTheme, .guide(.classified):
      false
    case .mouse(let mouse):
      switch mouse.kind {
      case .press, .wheelUp, .wheelDown: true
      case .drag, .release: false
      }
    default: true
    }
  }
}
