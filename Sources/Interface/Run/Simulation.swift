import Diffusion

/// Steps of a run to be made beside the screen, because a frame cannot afford one.
public struct Simulation: Sendable {
  enum Task: Sendable, Equatable {
    /// Further steps of the run.
    case extend(by: Int)
    /// Steps made again on the way to one that lies behind.
    case replay(towards: Int)
  }

  /// Which request this is an answer to; others are out of date.
  let number: Int
  /// The side of the comparison it is made for.
  let side: Side
  /// The run whose steps these are.
  let run: Int
  let direction: Direction
  let workload: Workload
  let task: Task
  /// How many steps are made, and how many model calls for one point they take at most.
  let steps: Int
  let calls: Int
  private(set) var trajectory: Trajectory
  /// Hears how far it has come.
  let watch: WorkWatch

  /// The most steps made in one go, and about how many model calls for one point they may take, so
  /// that the picture moves on step by step and nobody waits for what is not wanted any more.
  static let mostSteps = 4
  private static let mostCalls = 100_000

  init(
    number: Int, side: Side, run: Int, direction: Direction, workload: Workload, task: Task,
    callsPerStep: Int, trajectory: Trajectory, watch: WorkWatch
  ) {
    self.number = number
    self.side = side
    self.run = run
    self.direction = direction
    self.workload = workload
    self.task = task
    self.trajectory = trajectory
    self.watch = watch
    let wanted =
      switch task {
      case .extend(let count): count
      case .replay(let step): trajectory.replayLength(to: step)
      }
    steps = min(wanted, max(1, min(Self.mostSteps, Self.mostCalls / callsPerStep)))
    calls = steps * callsPerStep
  }

  /// The simulation with its steps made.
  func performed() -> Simulation {
    var done = self
    watch.during {
      switch task {
      case .extend: done.trajectory.extend(by: steps)
      case .replay(let step): done.trajectory.replay(towards: step, atMost: steps)
      }
    }
    return done
  }
}

/// What is being made beside the screen.
public struct SimulationState: Sendable, Equatable {
  /// The number of the latest request.
  private(set) var number = 0
  /// Whether its answer is still wanted and not there.
  public private(set) var isRunning = false
  /// How long the latest step took.
  public private(set) var secondsPerStep: Double?
  /// For how long the screen has been waiting for the present answer, in seconds.
  public private(set) var waited = 0.0
  /// Hears of the latest request how far it has come.
  private var watch = WorkWatch()
  /// Whether it has been said that the tolerance is not kept.
  private var hasSaidLimit = false

  /// From how many seconds on somebody who waits is told what for.
  static let patience = 1.0

  /// How much of a step is done that takes long; nil where none does.
  var shareOfLongStep: Double? {
    isRunning && waited >= Self.patience ? watch.progress.share : nil
  }

  /// Numbers a new request.
  mutating func begin() -> (number: Int, watch: WorkWatch) {
    number += 1
    isRunning = true
    waited = 0
    watch = WorkWatch()
    return (number, watch)
  }

  mutating func pass(_ seconds: Double) {
    if isRunning { waited += seconds }
  }

  /// Why the steps of an answer did not keep their tolerance, the first time in a run.
  mutating func newLimit(of answer: Simulation) -> ToleranceLimit? {
    guard let limit = answer.watch.progress.limit, !hasSaidLimit else { return nil }
    hasSaidLimit = true
    return limit
  }

  /// Whether an answer is the one that is waited for; it is not from then on.
  mutating func finish(_ answer: Simulation, seconds: Double) -> Bool {
    guard isRunning, answer.number == number else { return false }
    isRunning = false
    secondsPerStep = seconds / Double(max(1, answer.steps))
    return true
  }

  /// The runs have been replaced: whatever is still being made is not wanted.
  mutating func forget() {
    callOff()
    hasSaidLimit = false
  }

  /// Gives up what is being made.
  mutating func callOff() {
    watch.callOff()
    isRunning = false
  }

  public static func == (one: SimulationState, other: SimulationState) -> Bool {
    one.number == other.number && one.isRunning == other.isRunning
      && one.secondsPerStep == other.secondsPerStep && one.waited == other.waited
  }
}
