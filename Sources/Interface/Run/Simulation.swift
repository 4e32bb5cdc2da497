import Diffusion
import Synchronization

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
  /// The steps that these follow, where they were asked for before those had come back.
  private let before: Relay?
  /// Where the trajectory is handed on to steps that follow.
  let relay = Relay()
  /// Hears how far it has come.
  let watch: WorkWatch

  /// The most steps made in one go, and about how many model calls for one point they may take, so
  /// that the picture moves on step by step and nobody waits for what is not wanted any more.
  static let mostSteps = 4
  private static let mostCalls = 100_000

  init(
    number: Int, side: Side, run: Int, direction: Direction, workload: Workload, task: Task,
    callsPerStep: Int, trajectory: Trajectory, after before: Relay? = nil, watch: WorkWatch
  ) {
    self.number = number
    self.before = before
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
  ///
  /// - Parameter team: who shares them; the points are the same whoever does.
  func performed(on team: WorkerTeam? = nil) -> Simulation {
    var done = self
    if let latest = before?.trajectory { done.trajectory = latest }
    WorkerTeam.sharing(team) {
      watch.during {
        switch task {
        case .extend: done.trajectory.extend(by: steps)
        case .replay(let step): done.trajectory.replay(towards: step, atMost: steps)
        }
      }
    }
    relay.hand(on: done.trajectory)
    return done
  }
}

extension Simulation {
  /// Hands a trajectory from steps to those that follow them, so that nobody waits for the screen
  /// between the two.
  final class Relay: Sendable {
    private let made = Mutex<Trajectory?>(nil)

    /// The trajectory with the steps made; nil as long as they are not.
    var trajectory: Trajectory? { made.withLock { $0 } }

    fileprivate func hand(on trajectory: Trajectory) { made.withLock { $0 = trajectory } }
  }
}
