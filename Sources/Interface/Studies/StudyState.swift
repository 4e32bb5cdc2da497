import Diffusion

/// The studies of an experiment: finished, under way and waiting.
public struct StudyState: Sendable {
  private(set) var number = 0
  /// Whether a slice is being made.
  public private(set) var isRunning = false
  /// What is known, of each kind the latest.
  private var known: [StudyKind: any Study] = [:]
  /// The kinds that are asked for and not done, the next first.
  private var queue: [StudyKind] = []
  /// The kind whose slice is being made.
  private var underWay: StudyKind?
  /// Calls off the slice that is being made.
  private var watch = WorkWatch()

  subscript(kind: StudyKind) -> (any Study)? { known[kind] }

  /// Whether a study is under way or waiting.
  func isPending(_ kind: StudyKind) -> Bool { queue.contains(kind) }

  /// What a slice is due of.
  var due: (kind: StudyKind, study: any Study)? {
    guard !isRunning, let kind = queue.first else { return nil }
    return known[kind].map { (kind, $0) }
  }

  /// Begins a study, in place of an earlier one of its kind. What belongs to the screen and takes a
  /// moment does not wait for what somebody asked for and may take minutes.
  mutating func ask(_ study: any Study, as kind: StudyKind) {
    cancel(kind)
    known[kind] = study
    let place = kind.isAskedFor ? nil : queue.firstIndex(where: \.isAskedFor)
    queue.insert(kind, at: place ?? queue.endIndex)
  }

  /// Calls a study off; what is known stays.
  mutating func cancel(_ kind: StudyKind) {
    if underWay == kind { callOffSlice() }
    queue.removeAll { $0 == kind }
  }

  /// Numbers a new slice of a kind.
  mutating func begin(_ kind: StudyKind) -> (number: Int, watch: WorkWatch) {
    number += 1
    isRunning = true
    underWay = kind
    watch = WorkWatch()
    return (number, watch)
  }

  private mutating func callOffSlice() {
    watch.callOff()
    isRunning = false
    underWay = nil
  }

  mutating func take(_ answer: StudyRequest) {
    guard isRunning, answer.number == number, underWay == answer.kind else { return }
    isRunning = false
    underWay = nil
    known[answer.kind] = answer.study
    if answer.study.isComplete { queue.removeAll { $0 == answer.kind } }
  }

  /// The experiment is another: nothing of this is about it, but for some kinds.
  mutating func forget(but holds: (StudyKind) -> Bool = { _ in false }) {
    callOffSlice()
    known = known.filter { holds($0.key) }
    queue = queue.filter(holds)
  }
}
