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

  /// The most steps made in one go, and about how many model calls for one point they may take, so
  /// that the picture moves on step by step and nobody waits for what is not wanted any more.
  static let mostSteps = 4
  private static let mostCalls = 100_000

  init(
    number: Int, side: Side, run: Int, direction: Direction, workload: Workload, task: Task,
    callsPerStep: Int, trajectory: Trajectory
  ) {
    self.number = number
    self.side = side
    self.run = run
    self.direction = direction
    self.workload = workload
    self.task = task
    self.trajectory = trajectory
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
    switch task {
    case .extend: done.trajectory.extend(by: steps)
    case .replay(let step): done.trajectory.replay(towards: step, atMost: steps)
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

  /// Numbers a new request.
  mutating func begin() -> Int {
    number += 1
    isRunning = true
    return number
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
    isRunning = false
  }
}
