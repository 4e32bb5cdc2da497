import Diffusion

/// A longer question about the experiment, answered beside the screen in slices.
///
/// Every slice comes back with what is known so far, so that it can be watched and called off.
public enum Study: Sendable {
  /// How good samples are, by sampler and by the number of steps.
  case chart(QualityChart)
  /// Where the error of the samples comes from.
  case budget(ErrorBudget)
  /// What the levels of the schedule decide, whatever the run.
  case information(DecisionTimes)
  /// When it is decided for the particles on the screen which mode they belong to.
  case decisions(DecisionTimes)
  /// What becomes of samples when the weight of guidance grows.
  case weights(WeightCurve)
  /// How good the guided samples on the screen are.
  case verdict(GuidedVerdict)
  /// How much of the class the points of a transport tell.
  case bound(LabelBound)

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case chart
    case budget
    case information
    case decisions
    case weights
    case verdict
    case bound

    /// Whether it is begun by a key or a command, and not by what is on the screen.
    var isAskedFor: Bool {
      switch self {
      case .chart, .budget, .weights: true
      case .information, .decisions, .verdict, .bound: false
      }
    }

    /// What it is called when something is said about it.
    var name: String {
      switch self {
      case .chart: "the chart"
      case .budget: "the error budget"
      case .information: "what the levels tell"
      case .decisions: "when the particles are decided"
      case .weights: "the curve of guidance"
      case .verdict: "the figures of the guided samples"
      case .bound: "the best guess of the class"
      }
    }
  }

  var kind: Kind {
    switch self {
    case .chart: .chart
    case .budget: .budget
    case .information: .information
    case .decisions: .decisions
    case .weights: .weights
    case .verdict: .verdict
    case .bound: .bound
    }
  }

  /// The share that is done.
  public var progress: Double {
    switch self {
    case .chart(let chart): chart.progress
    case .budget(let budget): budget.progress
    case .information(let decisions), .decisions(let decisions): decisions.progress
    case .weights(let curve): curve.progress
    case .verdict(let verdict): verdict.progress
    case .bound(let bound): bound.progress
    }
  }

  public var isComplete: Bool { progress >= 1 }

  /// The study with one slice more.
  func advanced() -> Study {
    switch self {
    case .chart(var chart):
      chart.advance()
      return .chart(chart)
    case .budget(var budget):
      budget.advance()
      return .budget(budget)
    case .information(var information):
      information.advance()
      return .information(information)
    case .decisions(var decisions):
      decisions.advance()
      return .decisions(decisions)
    case .weights(var curve):
      curve.advance()
      return .weights(curve)
    case .verdict(var verdict):
      verdict.advance()
      return .verdict(verdict)
    case .bound(var bound):
      bound.advance()
      return .bound(bound)
    }
  }
}

/// A slice of a study to be made beside the screen.
public struct StudyRequest: Sendable {
  /// Answers to other numbers are out of date.
  let number: Int
  let side: Side
  var study: Study
  /// Tells whether it is still wanted.
  let watch: WorkWatch

  /// The request with its slice made.
  func performed() -> StudyRequest {
    var done = self
    done.study = watch.during { study.advanced() }
    return done
  }
}

/// The studies of an experiment: finished, under way and waiting.
public struct StudyState: Sendable {
  private(set) var number = 0
  /// Whether a slice is being made.
  public private(set) var isRunning = false
  /// What is known, of each kind the latest.
  private var known: [Study.Kind: Study] = [:]
  /// The kinds that are asked for and not done, the next first.
  private var queue: [Study.Kind] = []
  /// The kind whose slice is being made.
  private var underWay: Study.Kind?
  /// Calls off the slice that is being made.
  private var watch = WorkWatch()

  subscript(kind: Study.Kind) -> Study? { known[kind] }

  /// Whether a study is under way or waiting.
  func isPending(_ kind: Study.Kind) -> Bool { queue.contains(kind) }

  /// What a slice is due of.
  var due: Study? { isRunning ? nil : queue.first.flatMap { known[$0] } }

  /// Begins a study, in place of an earlier one of its kind. What belongs to the screen and takes a
  /// moment does not wait for what somebody asked for and may take minutes.
  mutating func ask(_ study: Study) {
    cancel(study.kind)
    known[study.kind] = study
    let place = study.kind.isAskedFor ? nil : queue.firstIndex { $0.isAskedFor }
    queue.insert(study.kind, at: place ?? queue.endIndex)
  }

  /// Calls a study off; what is known stays.
  mutating func cancel(_ kind: Study.Kind) {
    if underWay == kind { callOffSlice() }
    queue.removeAll { $0 == kind }
  }

  mutating func begin(_ study: Study) -> (number: Int, watch: WorkWatch) {
    number += 1
    isRunning = true
    underWay = study.kind
    watch = WorkWatch()
    return (number, watch)
  }

  private mutating func callOffSlice() {
    watch.callOff()
    isRunning = false
    underWay = nil
  }

  mutating func take(_ answer: StudyRequest) {
    let kind = answer.study.kind
    guard isRunning, answer.number == number, underWay == kind else { return }
    isRunning = false
    underWay = nil
    known[kind] = answer.study
    if answer.study.isComplete { queue.removeAll { $0 == kind } }
  }

  /// The experiment is another: nothing of this is about it.
  ///
  /// - Parameter keepingCurve: where it differs in no more than the weight of guidance, what is
  ///   known about other weights stays.
  mutating func forget(keepingCurve: Bool = false) {
    callOffSlice()
    known = keepingCurve ? known.filter { $0.key == .weights } : [:]
    queue = keepingCurve ? queue.filter { $0 == .weights } : []
  }
}
