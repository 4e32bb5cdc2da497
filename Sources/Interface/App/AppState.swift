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
  /// What runs on the side in hand.
  @Indirect var scene: Scene
  /// The other side of the comparison, if there is one.
  @Indirect public internal(set) var other: Scene? = nil
  /// The trainings of other data, other networks and earlier starts, to come back to.
  public internal(set) var shelf = TrainingShelf()
  public internal(set) var view = ViewOptions()
  /// The theme where the view chooses none; nil while it is not known.
  var usualTheme: Theme?
  public internal(set) var focus = Panel.plane
  /// What was in front before slow motion brought the circuit forward.
  var foregroundBeforeCircuit: Foreground?
  public internal(set) var overlay: Overlay?
  public internal(set) var notice: Notice?
  var drafts = Drafts()
  var inHand = InHand()
  /// What a frame can afford, and what the last one took.
  public internal(set) var budget = FrameBudget()
  var studyExtent = StudyExtent()
  /// Whether a network that comes into hand is trained at once; else it waits to be asked for.
  var trainsAtOnce = true
  /// The lesson that is open.
  @Indirect var lesson: LessonState? = nil
  /// What a class sees besides the picture.
  var presenter = PresenterState()
  /// The files that the screen can open.
  public var catalogue: Catalogue

  /// The screen as it opens on an experiment.
  ///
  /// - Parameter weights: a network to begin with instead of an untrained one; the experiment says
  ///   the same network.
  public init(
    experiment: Experiment, weights: (any TrainedWeights)? = nil, presets: [PresetEntry] = [],
    presetPlaces: String = "", size: Size
  ) throws(ExperimentError) {
    let laboratory = try Stage.laboratory(experiment)
    self.size = size
    catalogue = Catalogue(presets: presets, places: presetPlaces)
    history = History(Editions(Edition(experiment: experiment)))
    scene = Scene(
      Stage(laboratory, way: .walk), training: TrainingState(Edition(experiment: experiment)))
    if experiment.model.kind == .exact && stage.method.showsFieldAtOnce { view.field = .exact }
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

  /// The edition in hand.
  var edition: Edition { history.present[side] }

  /// The number of the particle that is looked into.
  public internal(set) var particle: Int {
    get { inHand.particle }
    _modify { yield &inHand.particle }
  }
  /// The control point or end of the schedule that the keys move.
  public internal(set) var handle: Int {
    get { inHand.handle }
    _modify { yield &inHand.handle }
  }
  var priors: PriorState {
    get { inHand.priors }
    _modify { yield &inHand.priors }
  }
  /// What the mouse holds between a press and its release.
  public internal(set) var drag: Drag? {
    get { inHand.drag }
    _modify { yield &inHand.drag }
  }

  /// What the plane shows at zoom 1, so that data and noise both fit.
  public var fit: PlaneFit {
    if case .prior(_, let fit, _) = drag { return fit }
    return PlaneFit(stage.world, at: frame.level)
  }
}

/// What keys and mouse act on.
struct InHand: Sendable {
  var particle = 0
  var handle = 0
  var priors = PriorState()
  var brush = RegionBrush()
  var drag: Drag?
}

/// What the mouse holds.
public enum Drag: Sendable, Equatable {
  case timeline
  case trainingTime
  /// The spot of light of a presenter.
  case laser
  /// The slider of a panel, or its brush.
  case slider(Panel)
  /// The plane, held at a place of the world.
  case plane(held: Point, moved: Bool)
  /// The place of the conditional picture, and how far from it is held.
  case query(offset: Point)
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
  /// The times of these places, from 0 (data) to 1.
  public var times: [Double] = []

  public init() {}
}
