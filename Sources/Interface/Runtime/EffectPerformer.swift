import Diffusion

/// Work beside the screen.
struct Job: Sendable {
  let kind: JobKind
  /// The side of a comparison that it is for.
  let side: Side
  /// Does the work; what comes of it is told as an action.
  let work: Worker.Work

  init(_ kind: JobKind, on side: Side = .a, _ work: @escaping Worker.Work) {
    self.kind = kind
    self.side = side
    self.work = work
  }
}

/// Who does what a state asks for beside the screen: trains its network and works for it.
///
/// There is one such performer with threads and one without, and both are told the same.
protocol EffectPerformer {
  /// What work is timed by; nil where how long it takes must not be seen.
  var clock: ContinuousClock? { get }

  /// Who shares the steps of a run that are made beside the screen; nil for whoever makes them.
  var helpers: WorkerTeam? { get }

  /// Replaces whatever is being trained.
  mutating func startTraining(_ trainer: any TrainingProcess, isPaused: Bool)
  mutating func pauseTraining()
  mutating func resumeTraining()
  mutating func changeTraining(_ settings: TrainingSpecification)
  /// Takes in a piece of work; one of the same kind and side that is not begun is given up for it.
  mutating func submit(_ job: Job)
}

extension EffectPerformer {
  var helpers: WorkerTeam? { nil }

  /// Performs what is done beside the screen.
  ///
  /// - Returns: whether the effect was that; files and the terminal are the business of others.
  mutating func perform(_ effect: Effect) -> Bool {
    switch effect {
    case .startTraining(let trainer, let isPaused): startTraining(trainer, isPaused: isPaused)
    case .pauseTraining: pauseTraining()
    case .resumeTraining: resumeTraining()
    case .changeTraining(let settings): changeTraining(settings)
    case .measure(let request):
      submit(Job(.measuring, on: request.side) { .samples(.measured(request.performed())) })
    case .simulate(let simulation): submit(job(simulation))
    case .measureFilm(let motion):
      submit(Job(.filming, on: motion.side) { .plane(.filmMeasured(motion.performed())) })
    case .match(let pairs):
      submit(Job(.matching, on: pairs.side) { .time(.matched(pairs.performed())) })
    case .study(let request):
      submit(Job(.studying, on: request.side) { .studies(.studied(request.performed())) })
    case .trainClassifier(let training):
      submit(Job(.classifying, on: training.side) { .guide(.classified(training.performed())) })
    case .reflow(let reflow):
      submit(Job(.reflowing) { .priors(.reflowed(reflow.trainer(), of: reflow)) })
    case .redraw(let redraw):
      submit(
        Job(.redrawing, on: redraw.side) { .trainingTime(.redrawn(redraw.points(), of: redraw)) })
    case .play(let request):
      submit(Job(.rehearsing) { .lesson(.arrived(request.performed())) })
    case .readFigures(let request):
      submit(Job(.reading) { .lesson(.measured(request.performed())) })
    case .saveWeights, .savePreset, .savePicture, .savePoints, .saveText, .shareLine, .load,
      .readBoard, .suspend, .repaint, .quit:
      return false
    }
    return true
  }

  private func job(_ simulation: Simulation) -> Job {
    let (clock, helpers) = (clock, helpers)
    return Job(.simulating, on: simulation.side) {
      let start = clock?.now
      let done = simulation.performed(on: helpers)
      let seconds = start.flatMap { start in clock.map { start.duration(to: $0.now).inSeconds } }
      return .time(.simulated(done, seconds: seconds ?? 0))
    }
  }
}
