import TextScreen

/// Kinds of work beside the screen that do not wait for one another.
public enum JobKind: String, Sendable, Hashable, CaseIterable {
  case measuring
  case simulating
  case filming
  case matching
  case redrawing
  case classifying
  case reflowing
  case studying
  case keeping
  case rehearsing
  case reading
}

/// All work beside the screen: a worker for each kind of it on each side of a comparison, set up when
/// it is first needed.
struct Workers {
  private struct Place: Hashable {
    let kind: JobKind
    let side: Side
  }

  private var workers: [Place: Worker] = [:]
  private var names: JobNames

  /// - Parameter names: how work was numbered so far.
  init(names: JobNames = JobNames()) { self.names = names }

  /// Hands in a piece of work; one of the same kind and side that is not begun is given up for it.
  mutating func submit(_ job: Job) { submit(job, named: names.next(for: job)) }

  /// The same with work that has a number already.
  mutating func submit(_ job: Job, named name: JobName) {
    let place = Place(kind: job.kind, side: job.side)
    let worker = workers[place] ?? Worker()
    workers[place] = worker
    worker.submit(job.work, named: name)
  }

  /// What has come back since the last call, kind by kind.
  func answers() -> [Worker.Answer] {
    JobKind.allCases.flatMap { kind in
      Side.allCases.flatMap { side in
        workers[Place(kind: kind, side: side)]?.answers() ?? []
      }
    }
  }
}
