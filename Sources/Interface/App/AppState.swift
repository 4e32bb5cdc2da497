import Diffusion
import TextScreen

/// Everything the screen shows, as one value.
///
/// It changes only in `update`, which is deterministic: the same actions give the same state.
public struct AppState: Sendable {
  public internal(set) var size: Size
  public internal(set) var history: History<Editions>
  /// Which side of the comparison the keys act on; A where nothing is compared.
  public internal(set) var side = Side.a
  /// The other side of the comparison, if there is one.
  public internal(set) var other: Scene?
  public internal(set) var stage: Stage { didSet { keepWithinRun() } }
  public internal(set) var playback = Playback() { didSet { keepWithinRun() } }
  public internal(set) var training: TrainingState
  /// The trainings of other data, other networks and earlier starts, to come back to.
  public internal(set) var shelf = Shelf<TrainingKey, TrainingState>(
    capacity: AppState.trainingsKept, memoryBudget: AppState.trainingMemory)
  /// How often training was started again from fresh weights.
  var starts = 0
  public internal(set) var quality = QualityState()
  public internal(set) var view = ViewOptions()
  /// The theme where the view chooses none; nil while it is not known.
  var usualTheme: Theme?
  public internal(set) var focus = PanelID.plane
  /// What was in front before slow motion brought the circuit forward.
  var foregroundBeforeCircuit: Foreground?
  public internal(set) var overlay: Overlay?
  public internal(set) var notice: Notice?
  /// The drawing that was left before it was made the data.
  var sketch: Drawing?
  /// The commands typed so far, the latest last.
  var commandHistory = LineHistory()
  /// The number of the particle that is looked into.
  public internal(set) var particle = 0
  /// Where that particle and a few others have been in this run, oldest first.
  public internal(set) var trails = Trails()
  /// The control point or end of the schedule that the keys move.
  public internal(set) var handle = 0
  /// The prior of a label that the keys move.
  var selectedPrior = 0
  /// What the mouse holds between a press and its release.
  public internal(set) var drag: Drag?
  public internal(set) var frame: Frame
  /// How many files still have to be written before the program ends, where it ends after saving.
  var savesBeforeQuitting = 0
  /// How many model calls for one point the last tick made.
  public internal(set) var callsOfLastTick = 0
  /// How many a frame can afford.
  var callsPerFrame = 4_000
  /// The steps that are being made beside the screen, because a frame cannot afford one.
  public internal(set) var simulation = SimulationState()
  /// The clouds that are drawn anew while training time is looked at.
  public internal(set) var redraw = RedrawState()
  /// The classifier that guidance may ask.
  public internal(set) var classifier = ClassifierState()
  /// Longer questions about the experiment.
  public internal(set) var studies = StudyState()
  /// How many samples are drawn for a study; the chart, which has many runs, draws half as many.
  var samplesOfStudies = 2000
  /// With how many seeds a study is made; the curve of guidance, which takes longest, with half.
  var seedsOfStudies = 10
  /// The moments of the film strip, while it is shown.
  public internal(set) var film: [FilmFrame] = []
  /// How far the tracers have drifted, in lines.
  var drift = 0.0
  /// The files whose names go on from what is typed of one; the executable knows them.
  public var filesBeginning: @Sendable (_ typed: String) -> [String] = { _ in [] }
  public internal(set) var presets: [PresetEntry]
  /// Where presets are looked for, in words.
  let presetPlaces: String

  /// The screen as it opens on an experiment.
  ///
  /// - Parameter weights: a network to begin with instead of an untrained one; the experiment says
  ///   the same network.
  public init(
    experiment: Experiment, weights: Weights? = nil, presets: [PresetEntry] = [],
    presetPlaces: String = "", size: Size
  ) throws(ExperimentError) {
    let laboratory = try Stage.laboratory(experiment)
    self.size = size
    self.presets = presets
    self.presetPlaces = presetPlaces
    history = History(Editions(Edition(experiment: experiment)))
    training = TrainingState(Edition(experiment: experiment))
    stage = Stage(laboratory, way: .walk)
    frame = Frame(points: [], place: stage.place(.forward, at: 0))
    if experiment.model.kind == .exact && experiment.transport == nil { view.field = .exact }
    if let weights {
      training = TrainingState(
        edition, weights: weights.seen(in: laboratory.frame), of: laboratory)
    }
    if let words = laboratory.thinningWords { notice = Notice(words, tone: .information) }
    restartReverse()
    refreshFrame()
    if let remark = experiment.distribution.remark { notice = Notice(remark) }
  }

  public var experiment: Experiment { edition.experiment }

  /// A step belongs to a run: where the run or the direction is another, the place is brought into
  /// it at once.
  private mutating func keepWithinRun() {
    let length = stage.length(playback.direction)
    if !playback.isWithin(length) { playback.keep(within: length) }
  }

  /// The edition in hand.
  var edition: Edition { history.present[side] }

  /// What the plane shows at zoom 1, so that data and noise both fit.
  public var fit: PlaneFit {
    if case .prior(_, let fit, _) = drag { return fit }
    return PlaneFit(stage.world, at: frame.level)
  }

  /// The exact model of the experiment's distribution.
  public var exactDenoiser: ExactDenoiser { stage.laboratory.exactDenoiser }

  /// The network that is shown, usually as it is now; nil before the first report and on a
  /// transport, where networks tell fieldValues.
  public var learnedDenoiser: LearnedDenoiser? {
    isTransport ? nil : training.shownWeights.map(LearnedDenoiser.init)
  }

  /// Whether points come from another prior than the standard normal.
  public var isTransport: Bool { stage.laboratory.transport != nil }
}

/// What the mouse holds.
public enum Drag: Sendable, Equatable {
  case timeline
  case trainingTime
  /// The slider of the weight of guidance.
  case weight
  /// The plane, held at a place of the world.
  case plane(held: Point, moved: Bool)
  /// A handle of the schedule, on an axis that keeps still while it is dragged.
  case handle(Int, axis: ScheduleAxis)
  /// The prior of a label, on a plane that keeps its size while it is dragged, and how far from its
  /// mean it is held.
  case prior(Int, fit: PlaneFit, offset: Point)
}

/// The paths of a few chosen particles through this run.
public struct Trails: Sendable, Equatable {
  /// How many particles leave a trail, beside the one looked into.
  public static let count = 6
  /// The most classes of which one particle each leaves a trail.
  static let mostClasses = 12
  /// The most places kept for each.
  public static let length = 240

  /// The particles that leave trails.
  public var particles: [Int] = []
  /// For each of them its places, oldest first.
  public var paths: [[Point]] = []

  public init() {}
}
