import Diffusion
import TextScreen

/// Random actions on a state, one after another, with the laws that must hold after each of them.
///
/// What the state asks of threads is answered late, in any order or not at all, as threads do. The
/// same seed gives the same trial.
public struct ActionTrial {
  public private(set) var state: AppState
  /// The action that was done last, in words.
  public private(set) var latest = ""
  private var random: RandomStream
  private let scale: RandomAction.Scale
  private let start: Editions
  private var answers: [() -> Action] = []
  private var trainer: (any TrainingProcess)?
  private var isTraining = false

  private static let size = Size(columns: 100, rows: 30)
  private static let mostAnswers = 12

  /// A trial of a screen that is opened on an experiment.
  ///
  /// - Parameters:
  ///   - presets: what can be opened on the way.
  ///   - isSmall: whether only little work is asked for.
  public init(
    _ experiment: Experiment, seed: UInt64, presets: [PresetEntry] = [], isSmall: Bool = false
  ) throws {
    state = try AppState(experiment: experiment, presets: presets, size: Self.size)
    state.studyExtent.samples = isSmall ? 20 : 200
    random = RandomStream(seed: seed)
    scale = isSmall ? .small : .any
    start = state.history.present
    perform(state.begin())
  }

  /// Says beforehand what is done next, for whoever looks for what it broke.
  public mutating func step(announcing: (String) -> Void = { _ in }) {
    if Int.random(in: 0..<4, using: &random) == 0 { answer(announcing) }
    if isTraining, Int.random(in: 0..<8, using: &random) == 0 { train() }
    if Int.random(in: 0..<40, using: &random) == 0 { resize() }
    let next = RandomAction(in: state, scale: scale, using: &random)
    latest = next.words
    announcing(latest)
    for action in next.actions { take(action) }
  }

  /// Draws the screen, and throws it away.
  public func draw() {
    _ = ScreenPicture.draw(state: state, glyphs: .braille)
  }

  /// The laws that do not hold now.
  public var broken: [String] {
    var broken = Self.broken(state)
    if state.isComparing { broken += Self.broken(state.turnedRound).map { "other side: \($0)" } }
    return broken
  }

  private static func broken(_ state: AppState) -> [String] {
    let (playback, stage, frame) = (state.playback, state.stage, state.frame)
    let length = stage.length(playback.direction)
    var broken: [String] = []
    func require(_ holds: Bool, _ law: String) {
      if !holds { broken.append(law) }
    }
    require((0...length).contains(playback.step), "the step is within the run")
    require(playback.target.map { (0...length).contains($0) } ?? true, "so is the one asked for")
    require(frame.place == stage.place(frame.direction, at: frame.step), "the frame is of the run")
    require(frame.points.indices.contains(state.particle), "the particle is one of the points")
    require(
      frame.points.count == state.experiment.particles, "the points are the experiment's")
    require((try? Laboratory(state.experiment)) != nil, "the experiment can be run")
    return broken
  }

  /// Takes back everything that was done.
  ///
  /// - Returns: whether that gave the start.
  public mutating func undoesEverything() -> Bool {
    for _ in 0..<4 { take(.overlay(.back)) }
    for _ in 0...History<Editions>.depth where state.history.canUndo { take(.experiment(.undo)) }
    return state.history.present == start
  }

  private mutating func take(_ action: Action) {
    perform(state.update(action))
  }

  private mutating func resize() {
    let size = Size(
      columns: Int.random(in: 1...160, using: &random), rows: Int.random(in: 1...50, using: &random)
    )
    take(.program(.resized(size)))
  }
}

// MARK: - What threads would do

extension ActionTrial {
  private mutating func train() {
    guard var trainer else { return }
    self.trainer = nil
    for _ in 0..<2 { _ = trainer.step() }
    self.trainer = trainer
    take(.training(.trained(TrainingReport(trainer: trainer), stepsPerSecond: 60)))
  }

  /// Gives one of the answers that are due, whichever is ready first.
  private mutating func answer(_ announcing: (String) -> Void) {
    guard let index = answers.indices.randomElement(using: &random) else { return }
    let action = answers.remove(at: index)()
    announcing("answer \(String("\(action)".prefix(20)))")
    take(action)
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects { perform(effect) }
    // What nobody waits for is given up, the oldest first.
    if answers.count > Self.mostAnswers { answers.removeFirst(answers.count - Self.mostAnswers) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .startTraining(let trainer, let isPaused):
      (self.trainer, isTraining) = (trainer, !isPaused)
    case .pauseTraining: isTraining = false
    case .resumeTraining: isTraining = true
    case .changeTraining(let settings): trainer?.settings = settings
    case .measure(let request):
      answers.append { .samples(.measured(request.performed())) }
    case .simulate(let simulation):
      answers.append { .time(.simulated(simulation.performed(), seconds: 0.01)) }
    case .measureFilm(let motion): answers.append { .plane(.filmMeasured(motion.performed())) }
    case .match(let pairs): answers.append { .time(.matched(pairs.performed())) }
    case .trainClassifier(let training):
      answers.append { .guide(.classified(training.performed())) }
    case .reflow(let reflow): answers.append { .priors(.reflowed(reflow.trainer(), of: reflow)) }
    case .study(let request): answers.append { .studies(.studied(request.performed())) }
    case .redraw(let redraw):
      answers.append { .trainingTime(.redrawn(redraw.points(), of: redraw)) }
    case .play(let request): answers.append { .lesson(.arrived(request.performed())) }
    case .readFigures(let request): answers.append { .lesson(.measured(request.performed())) }
    case .load(let path): answers.append { .line(.refused(line: "load \(path)", "no such file")) }
    case .readBoard(let path):
      answers.append { .line(.refused(line: "board \(path)", "no such file")) }
    case .saveWeights, .savePreset, .savePicture, .savePoints, .saveText, .shareLine: break
    case .suspend, .repaint, .quit: break
    }
  }
}
