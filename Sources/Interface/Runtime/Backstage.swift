import Diffusion

/// What goes on beside a screen: the training and all other work, on threads of their own, and how
/// much of the model a frame can afford besides.
struct Backstage: EffectPerformer {
  /// What has come back, and the event that it is.
  struct Answer {
    let event: SessionEvent
    let action: Action
  }

  private let training: TrainingWorker
  private var workers: Workers
  /// Who shares the steps of a run while the network is trained, and while it is not.
  private let besideTraining = WorkerTeam(threads: 1)
  private let withoutTraining: WorkerTeam
  private let time = ContinuousClock()
  private var pace = WorkPace()

  /// - Parameters:
  ///   - trainingThreads: how many threads training may keep busy.
  ///   - replayed: what was under way in a session that is gone on with.
  init(trainingThreads: Int, continuing replayed: ReplayedWork? = nil) {
    training = TrainingWorker(threads: trainingThreads)
    withoutTraining = WorkerTeam(threads: trainingThreads + 1)
    workers = Workers(names: replayed?.names ?? JobNames())
    guard let replayed else { return }
    if let run = replayed.training {
      training.goOn(with: run, isPaused: !replayed.isTraining, at: time.now)
      if let settings = replayed.settings { changeTraining(settings) }
    }
    for (name, job) in replayed.pending { workers.submit(job, named: name) }
  }

  var clock: ContinuousClock? { time }

  /// Training leaves one processor to the screen and what is made for it.
  var helpers: WorkerTeam? { training.isRunning ? besideTraining : withoutTraining }

  func startTraining(_ trainer: any TrainingProcess, isPaused: Bool) {
    training.start(trainer, isPaused: isPaused, at: time.now)
  }

  func pauseTraining() { training.pause() }

  func resumeTraining() { training.resume(at: time.now) }

  func changeTraining(_ settings: TrainingSpecification) { training.change(settings) }

  /// Ends the training.
  func stopTraining() { training.stop() }

  mutating func submit(_ job: Job) { workers.submit(job) }

  /// What has come back since the last call.
  mutating func answers() -> [Answer] {
    var answers: [Answer] = []
    if let news = training.news(at: time.now) {
      answers.append(
        Answer(
          event: .trained(
            step: news.report.steps, stepsPerSecond: news.stepsPerSecond,
            adjustments: news.report.adjustments),
          action: .training(.trained(news.report, stepsPerSecond: news.stepsPerSecond))))
    }
    for answer in workers.answers() {
      var event = SessionEvent.answered(answer.name, seconds: 0)
      if case .time(.simulated(let simulation, let seconds)) = answer.action {
        pace.learn(simulation.workload, calls: simulation.calls, spent: seconds)
        event = .answered(answer.name, seconds: seconds)
      }
      if case .program(.kept(let failure)) = answer.action { event = .kept(failure: failure) }
      answers.append(Answer(event: event, action: answer.action))
    }
    return answers
  }

  /// Lets a frame pass on a screen, which may take as much of it as past frames allow.
  ///
  /// - Parameters:
  ///   - seconds: how many have passed since the frame before.
  ///   - frame: how many a frame has.
  ///   - note: is told what has passed, before it has.
  /// - Returns: what the state asks for.
  mutating func tick(
    _ state: inout AppState, seconds: Double, frame: Double, note: (SessionEvent) -> Void = { _ in }
  ) -> [Effect] {
    let workload = Workload(state)
    let event = SessionEvent.tick(
      microseconds: SessionEvent.microseconds(seconds),
      work: pace.work(for: workload, frame: frame))
    note(event)
    let start = time.now
    let effects = event.actions(in: state).flatMap { state.update($0) }
    pace.learn(
      workload, calls: state.budget.spent, spent: start.duration(to: time.now).inSeconds)
    return effects
  }
}
