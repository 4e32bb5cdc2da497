import Diffusion

/// The studies of an experiment: finished, under way and waiting.
public struct StudyState: Sendable {
  private(set) var number = 0
  /// Whether a slice is being made.
  public private(set) var isRunning = false
  /// What is known, of each kind the latest.
  private var known: [StudyKind: any Study] = [:]
  /// The kinds that are asked for and not done, the first under way.
  private var queue: [StudyKind] = []
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

  /// Begins a study, in place of an earlier one of its kind.
  mutating func ask(_ study: any Study, as kind: StudyKind) {
    cancel(kind)
    known[kind] = study
    queue.append(kind)
  }

  /// Calls a study off; what is known stays.
  mutating func cancel(_ kind: StudyKind) {
    if queue.first == kind { callOffSlice() }
    queue.removeAll { $0 == kind }
  }

  /// Numbers a new slice.
  mutating func begin() -> (number: Int, watch: WorkWatch) {
    number += 1
    isRunning = true
    watch = WorkWatch()
    return (number, watch)
  }

  private mutating func callOffSlice() {
    watch.callOff()
    isRunning = false
  }

  mutating func take(_ answer: StudyRequest) {
    guard isRunning, answer.number == number, queue.first == answer.kind else { return }
    isRunning = false
    known[answer.kind] = answer.study
    if answer.study.isComplete { queue.removeFirst() }
  }

  /// The experiment is another: nothing of this is about it.
  ///
  /// - Parameter isReweighed: it differs in no more than the weight of guidance.
  mutating func forget(isReweighed: Bool = false) {
    callOffSlice()
    known = known.filter { isReweighed && $0.key.survivesWeight }
    queue = queue.filter { isReweighed && $0.survivesWeight }
  }
}
