import TextScreen

/// All work beside the screen: a worker for each kind of it on each side of a comparison, set up when
/// it is first needed.
struct Workers {
  /// Kinds of work that do not wait for one another.
  enum Kind: Hashable, CaseIterable {
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

  private struct Place: Hashable {
    let kind: Kind
    let side: Side
  }

  private var workers: [Place: Worker] = [:]

  /// Hands in a piece of work; one of the same kind and side that is not begun is given up for it.
  mutating func submit(_ job: Job) {
    let place = Place(kind: job.kind, side: job.side)
    let worker = workers[place] ?? Worker()
    workers[place] = worker
    worker.submit(job.work)
  }

  /// What has come back since the last call, kind by kind.
  func answers() -> [Action] {
    Kind.allCases.flatMap { kind in
      Side.allCases.flatMap { side in
        workers[Place(kind: kind, side: side)]?.answers() ?? []
      }
    }
  }
}
