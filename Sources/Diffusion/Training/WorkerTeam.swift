import Foundation
import Synchronization

/// Threads that share out work that falls into pieces.
///
/// Whoever is free takes the next piece, so a thread that is held up holds up nobody else. The
/// threads end when the team is forgotten.
public final class WorkerTeam: Sendable {
  private let core = WorkerCore()
  /// How many threads share the work, with the one that calls.
  public let threads: Int

  /// - Parameter threads: how many threads share the work, with the one that calls.
  public init(threads: Int) {
    self.threads = max(1, threads)
    for number in 1..<self.threads {
      let thread = Thread { [core] in core.serve() }
      thread.name = "worker \(number)"
      SignalMask.withAllBlocked { thread.start() }
    }
  }

  deinit { core.stop() }

  /// Calls `work` with every number below `count`, on any of the threads and in any order, and
  /// returns when all calls have.
  public func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    if threads == 1 || count < 2 {
      for piece in 0..<count { work(piece) }
    } else {
      core.run(count, work)
    }
  }
}

extension WorkerTeam {
  /// Calls `work` with every number below `count`, on a team or, where there is none, here.
  static func share(
    _ count: Int, on team: WorkerTeam?, _ work: @escaping @Sendable (Int) -> Void
  ) {
    if let team { team.run(count, work) } else { (0..<count).forEach(work) }
  }
}

/// What the threads of a team share; it outlives the team until the last thread has left.
private final class WorkerCore: Sendable {
  private let job = Mutex<WorkerJob?>(nil)
  /// How many jobs there have been.
  private let round = Atomic<Int>(0)
  private let isStopped = Atomic<Bool>(false)
  private let start = AdaptiveCondition()
  private let finish = AdaptiveCondition()

  func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let job = WorkerJob(count: count, work: work)
    self.job.withLock { $0 = job }
    round.add(1, ordering: .sequentiallyConsistent)
    start.broadcast()
    _ = job.help()
    finish.wait { job.isFinished }
    self.job.withLock { $0 = nil }
  }

  func serve() {
    var seen = 0
    while true {
      start.wait { round.load(ordering: .sequentiallyConsistent) != seen }
      seen = round.load(ordering: .sequentiallyConsistent)
      if isStopped.load(ordering: .sequentiallyConsistent) { return }
      let job = job.withLock { $0 }
      if let job, job.help() { finish.broadcast() }
    }
  }

  func stop() {
    isStopped.store(true, ordering: .sequentiallyConsistent)
    round.add(1, ordering: .sequentiallyConsistent)
    start.broadcast()
  }
}

/// Pieces of work, claimed one by one.
private final class WorkerJob: Sendable {
  private let count: Int
  private let work: @Sendable (Int) -> Void
  private let claimed = Atomic<Int>(0)
  private let finished = Atomic<Int>(0)

  init(count: Int, work: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.work = work
  }

  var isFinished: Bool { finished.load(ordering: .sequentiallyConsistent) == count }

  /// Does pieces until none is left to claim.
  ///
  /// - Returns: whether the last piece was among them.
  func help() -> Bool {
    var wasLast = false
    while true {
      let piece = claimed.add(1, ordering: .relaxed).oldValue
      guard piece < count else { return wasLast }
      work(piece)
      wasLast = finished.add(1, ordering: .sequentiallyConsistent).newValue == count
    }
  }
}
