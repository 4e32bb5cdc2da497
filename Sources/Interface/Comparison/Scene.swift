import Diffusion

/// What runs of an experiment and where it has got to: all that the sides of a comparison do not
/// share.
public struct Scene: Sendable {
  public internal(set) var stage: Stage { didSet { keepWithinRun() } }
  public internal(set) var playback = Playback() { didSet { keepWithinRun() } }
  /// The moment of the run that is shown.
  public internal(set) var frame: Frame
  /// Where the particle that is looked into and a few others have been in this run, oldest first.
  public internal(set) var trails = Trails()
  /// The steps that are being made beside the screen, because a frame cannot afford one.
  public internal(set) var simulation = SimulationState()
  public internal(set) var training: TrainingState
  /// The clouds that are drawn anew while training time is looked at.
  public internal(set) var redraw = RedrawState()
  public internal(set) var quality = QualityState()
  /// The classifier that guidance may ask.
  public internal(set) var classifier = ClassifierState()
  /// Longer questions about the experiment.
  public internal(set) var studies = StudyState()
  /// The moments of the film strip, while it is shown.
  public internal(set) var film: [FilmFrame] = []
  /// The same moments of the way to one end alone, while that is shown too.
  public internal(set) var conditionalFilm: ConditionalFilm?

  /// An experiment on the stage, at the beginning of the run that is best seen first.
  init(_ stage: Stage, training: TrainingState) {
    self.stage = stage
    self.training = training
    let first: Direction =
      stage.words.method.timeLine.runs.first == .reverse ? .reverse : .forward
    playback.direction = first
    frame = Frame(points: [], place: stage.place(first, at: 0))
  }

  /// A step belongs to a run: where the run or the direction is another, the place is brought into
  /// it at once.
  private mutating func keepWithinRun() {
    let length = stage.length(playback.direction)
    if !playback.isWithin(length) { playback.keep(within: length) }
  }
}

/// What belongs to the side in hand is said without naming the side.
extension AppState {
  public internal(set) var stage: Stage {
    get { scene.stage }
    _modify { yield &scene.stage }
  }
  public internal(set) var playback: Playback {
    get { scene.playback }
    _modify { yield &scene.playback }
  }
  public internal(set) var frame: Frame {
    get { scene.frame }
    _modify { yield &scene.frame }
  }
  public internal(set) var trails: Trails {
    get { scene.trails }
    _modify { yield &scene.trails }
  }
  public internal(set) var simulation: SimulationState {
    get { scene.simulation }
    _modify { yield &scene.simulation }
  }
  public internal(set) var training: TrainingState {
    get { scene.training }
    _modify { yield &scene.training }
  }
  public internal(set) var redraw: RedrawState {
    get { scene.redraw }
    _modify { yield &scene.redraw }
  }
  public internal(set) var quality: QualityState {
    get { scene.quality }
    _modify { yield &scene.quality }
  }
  public internal(set) var classifier: ClassifierState {
    get { scene.classifier }
    _modify { yield &scene.classifier }
  }
  public internal(set) var studies: StudyState {
    get { scene.studies }
    _modify { yield &scene.studies }
  }
  public internal(set) var film: [FilmFrame] {
    get { scene.film }
    _modify { yield &scene.film }
  }
  public internal(set) var conditionalFilm: ConditionalFilm? {
    get { scene.conditionalFilm }
    _modify { yield &scene.conditionalFilm }
  }
}

extension AppState {
  /// The same state with the other side in hand, to look at; the state itself where nothing is
  /// compared.
  var turnedRound: AppState {
    var turned = self
    turned.exchange()
    return turned
  }

  /// Takes the other side in hand. The clock is one for both: its pace stays.
  mutating func exchange() {
    guard var behind = other else { return }
    behind.playback.keepPace(of: playback)
    (scene, other) = (behind, scene)
    side = side.opposite
    settleFocus()
  }

  /// Takes something in on the side that it is meant for.
  ///
  /// - Returns: what is asked of the world.
  mutating func onSide(_ side: Side, _ change: (inout AppState) -> [Effect]) -> [Effect] {
    side == self.side ? change(&self) : beside(change)
  }

  /// The same for what asks nothing of the world.
  mutating func onSide(_ side: Side, _ change: (inout AppState) -> Void) -> [Effect] {
    onSide(side) { state in
      change(&state)
      return []
    }
  }

  /// Does something with the other side in hand, if there is one.
  ///
  /// - Returns: what is asked of the world; only the side in hand trains, so nothing of training.
  mutating func beside(_ change: (inout AppState) -> [Effect]) -> [Effect] {
    guard other != nil else { return [] }
    exchange()
    defer { exchange() }
    return change(&self).filter { !$0.isAboutTraining }
  }
}

extension Playback {
  /// Takes over how fast and whether time goes, not where it is.
  mutating func keepPace(of other: Playback) {
    isPlaying = other.isPlaying
    loops = other.loops
    speed = other.speed
    rest = other.rest
    redraws = other.redraws
    isSlow = other.isSlow
    drift = other.drift
  }
}

extension Effect {
  /// Whether it steers the training thread.
  var isAboutTraining: Bool {
    switch self {
    case .startTraining, .pauseTraining, .resumeTraining, .changeTraining: true
    case .measure, .simulate, .measureFilm, .match, .redraw, .reflow, .study, .trainClassifier,
      .play, .readFigures,
      .saveWeights, .savePreset, .savePicture, .savePoints, .saveText:
      false
    case .shareLine, .load, .readBoard, .suspend, .repaint, .quit: false
    }
  }
}
