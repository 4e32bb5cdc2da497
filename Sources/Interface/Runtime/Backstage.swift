import Diffusion

/// What goes on beside a screen: the training and all other work, on threads of their own, and how
/// much of the model a frame can afford besides.
struct Backstage: EffectPerformer {
  private let training: TrainingWorker
  private var workers = Workers()
  private let time = ContinuousClock()
  private var pace = WorkPace()

  /// - Parameter trainingThreads: how many threads training may keep busy.
  init(trainingThreads: Int) {
    training = TrainingWorker(threads: trainingThreads)
  }

  var clock: ContinuousClock? { time }

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
  mutating func answers() -> [Action] {
    var answers: [Action] = []
    if let news = training.news(at: time.now) {
      answers.append(
        .training(.trained(news.report, stepsPerSecond: news.stepsPerSecond)))
    }
    for answer in workers.answers() {
      if case .time(.simulated(let simulation, let seconds)) = answer {
        pace.learn(simulation.workload, calls: simulation.calls, spent: seconds)
      }
      answers.append(answer)
    }
    return answers
  }

  /// Lets a frame pass on a screen, which may take as much of it as past frames allow.
  ///
  /// - Parameters:
  ///   - seconds: how many have passed since the frame before.
  ///   - frame: how many a frame has.
  /// - Returns: what the state asks for.
  mutating func tick(_ state: inout AppState, seconds: Double, frame: Double) -> [Effect] {
    let start = time.now
    let workload = Workload(state)
    let effects = state.update(
      .time(.tick(seconds: seconds, work: pace.work(for: workload, frame: frame))))
    pace.learn(
      workload, calls: state.budget.spent, spent: start.duration(to: time.now).inSeconds)
    return effects
  }
}
