import Diffusion
import TextScreen

@testable import Interface

/// A person at the keyboard of a screen without a terminal: keys go in, the state comes out.
struct Player {
  var state: AppState
  private(set) var effects: [Effect] = []
  /// Whether studies are made; they take their time.
  var performsStudies = false
  /// Whether pairs are matched as soon as they should be.
  var matchesPairs = true

  init(
    _ experiment: Experiment = .small, presets: [PresetEntry] = [],
    size: Size = Size(columns: 120, rows: 40)
  ) throws {
    state = try AppState(experiment: experiment, presets: presets, size: size)
    effects = state.begin()
  }

  /// Goes on from a state.
  init(from state: AppState) {
    self.state = state
  }

  /// Performs actions as they are.
  mutating func perform(_ actions: Action...) {
    for action in actions { take(action) }
  }

  /// Presses keys by their names, as the key table says what they do.
  mutating func press(_ names: String...) {
    for name in names {
      guard let key = Key(named: name), let action = KeyTable.action(for: key, in: state)
      else { continue }
      take(action)
    }
  }

  /// Lets seconds pass at thirty frames a second.
  mutating func wait(_ seconds: Double, work: Int = 1_000_000) {
    for _ in 0..<Int((seconds * 30).rounded()) {
      take(.time(.tick(seconds: 1.0 / 30, work: work)))
    }
  }

  /// Lets frames pass until the step that was asked for is there: steps made beside the screen come
  /// a few in one frame.
  mutating func arrive() {
    for _ in 0..<1000 where state.playback.target != nil { wait(1.0 / 30) }
  }

  /// What has to be simulated beside the screen is done before the next action.
  private mutating func take(_ action: Action) {
    let new = state.update(action)
    effects += new
    for effect in new {
      switch effect {
      case .simulate(let simulation):
        take(.time(.simulated(simulation.performed(), seconds: 0)))
      case .measureFilm(let motion):
        take(.plane(.filmMeasured(motion.performed())))
      case .match(let pairs) where matchesPairs:
        take(.time(.matched(pairs.performed())))
      case .study(let request) where performsStudies:
        take(.studies(.studied(request.performed())))
      case .trainClassifier(let training) where performsStudies:
        take(.guide(.classified(training.performed())))
      case .play(let page):
        take(.lesson(.arrived(page.performed())))
      case .readFigures(let request):
        take(.lesson(.measured(request.performed())))
      case .reflow(let reflow):
        take(.priors(.reflowed(reflow.trainer(), of: reflow)))
      case .redraw(let redraw):
        take(.trainingTime(.redrawn(redraw.points(), of: redraw)))
      default: break
      }
    }
  }

  /// Lets a training report that it has made so many steps.
  mutating func train<Run: TrainingProcess>(_ trainer: inout Run, steps: Int) {
    for _ in 0..<steps { _ = trainer.step() }
    perform(.training(.trained(TrainingReport(trainer: trainer), stepsPerSecond: 100)))
  }

  /// The training that was asked for last.
  var startedTraining: (trainer: any TrainingProcess, isPaused: Bool)? {
    effects.reversed().lazy.compactMap { effect in
      if case .startTraining(let trainer, let isPaused) = effect {
        (trainer, isPaused)
      } else {
        nil
      }
    }.first
  }

  /// Whether training was asked to begin anew.
  var hasStartedTraining: Bool {
    effects.contains { if case .startTraining = $0 { true } else { false } }
  }

  /// Whether the program was asked to end.
  var hasQuit: Bool {
    effects.contains { if case .quit = $0 { true } else { false } }
  }

  /// Forgets the effects so far.
  mutating func forget() {
    effects = []
  }
}

extension Experiment {
  /// An experiment that a test can afford in a debug build.
  static var small: Experiment {
    Experiment(
      schedule: ScheduleSpecification(timesteps: 40, beta: .init(0.0025, 0.5)),
      model: ModelSpecification(kind: .exact), particles: 48)
  }
}
