import Diffusion

/// What goes on beside the screen of a session that is played again: training makes the steps that it
/// had made, and work is done when its answer came.
struct ReplayedWork: EffectPerformer {
  /// The training under way.
  private(set) var training: TrainingRepetition?
  private(set) var isTraining = false
  /// What training was asked to go on with, if it was asked.
  private(set) var settings: TrainingSpecification?
  /// Work that was asked for and not answered, oldest first.
  private(set) var pending: [(name: JobName, job: Job)] = []
  private(set) var names = JobNames()
  private let team: WorkerTeam?

  var clock: ContinuousClock? { nil }

  /// - Parameter threads: how many share a training step.
  init(threads: Int) { team = threads > 1 ? WorkerTeam(threads: threads) : nil }

  mutating func startTraining(_ trainer: any TrainingProcess, isPaused: Bool) {
    training = TrainingRepetition(trainer)
    (isTraining, settings) = (!isPaused, nil)
  }

  mutating func pauseTraining() { isTraining = false }

  mutating func resumeTraining() { isTraining = true }

  mutating func changeTraining(_ settings: TrainingSpecification) { self.settings = settings }

  mutating func submit(_ job: Job) { pending.append((names.next(for: job), job)) }

  /// Trains up to where somebody looked.
  ///
  /// - Returns: nil where nothing is trained.
  mutating func trained(
    atStep step: Int, after adjustments: [TrainingReport.Adjustment]
  ) -> TrainingReport? {
    guard var repetition = training else { return nil }
    // There is one of it, which is changed in its place.
    training = nil
    defer { training = repetition }
    return repetition.report(atStep: step, after: adjustments, on: team)
  }

  /// Does the work whose answer has come; what was asked for before it on its place never was
  /// answered.
  ///
  /// - Parameter isExact: whether it has to be that very piece of work, or may be the latest of
  ///   its place.
  mutating func answer(to name: JobName, isExact: Bool) -> Action? {
    let found = pending.last { other in
      other.name == name || !isExact && other.name.isBeside(name)
    }
    guard let found else { return nil }
    pending.removeAll { $0.name.isBeside(name) && $0.name.number <= found.name.number }
    return found.job.work()
  }
}

/// Numbers work as it is asked for.
struct JobNames: Sendable {
  private struct Place: Hashable {
    let kind: JobKind
    let side: Side
  }

  private var counts: [Place: Int] = [:]

  mutating func next(for job: Job) -> JobName {
    let number = counts[Place(kind: job.kind, side: job.side), default: 0]
    counts[Place(kind: job.kind, side: job.side)] = number + 1
    return JobName(kind: job.kind, side: job.side, number: number)
  }
}

extension JobName {
  /// Whether both are of one kind on one side.
  func isBeside(_ other: JobName) -> Bool { kind == other.kind && side == other.side }
}
