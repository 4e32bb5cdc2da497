import Diffusion

/// What is known of the quality of the model's samples, and of what samples it is known.
public struct QualityState: Sendable {
  /// What samples were drawn with: figures of other samples say nothing of these.
  struct Subject: Sendable, Equatable {
    @Indirect private(set) var experiment: Experiment
    /// The start of the training.
    let start: Int
    /// The training step of the network; nil for the exact model.
    let trainingSteps: Int?
    /// Whether it is an earlier network that was looked back at.
    let isLookedBackAt: Bool
    /// What guidance asks besides.
    let weakerSteps: Int?
    let classifierSteps: Int
  }

  /// The figures that are shown.
  public var measurement: QualityMeasurement?
  /// What they are of.
  private(set) var subject: Subject?
  /// The share that is done of a measurement under way; nil where there is none.
  public private(set) var progress: Double?
  private var number = 0
  /// For how many frames a measurement has gone on, and for how many none may begin: it has the
  /// machine to itself for half of the time at most.
  private var busy = 0
  private var rest = 0

  public init() {}

  /// Whether a measurement is under way.
  public var isMeasuring: Bool { progress != nil }

  var isResting: Bool { rest > 0 }

  /// Numbers a measurement that begins.
  mutating func begin() -> Int {
    number += 1
    progress = 0
    busy = 0
    return number
  }

  /// Whether an answer is one that is waited for.
  func waits(for answer: QualityRequest) -> Bool { isMeasuring && answer.number == number }

  /// Takes a slice in.
  mutating func take(_ answer: QualityRequest) {
    guard let found = answer.run.measurement else {
      progress = answer.run.progress
      return
    }
    progress = nil
    rest = busy
    measurement = found
    subject = answer.subject
  }

  /// A frame goes by.
  mutating func pass() {
    if isMeasuring { busy += 1 } else { rest = max(0, rest - 1) }
  }

  /// Gives up a measurement under way; what is known stays.
  mutating func callOff() {
    progress = nil
    rest = 0
  }

  /// The samples are others: nothing is known of them.
  mutating func forget() {
    callOff()
    measurement = nil
    subject = nil
  }
}

/// A measurement to be made beside the screen, slice by slice.
public struct QualityRequest: Sendable {
  /// Answers to other numbers are out of date.
  let number: Int
  /// The side of the comparison that is measured.
  let side: Side
  let subject: QualityState.Subject
  var run: QualityRun

  /// The request with a slice more of it made.
  func performed() -> QualityRequest {
    var done = self
    done.run.advance()
    return done
  }

  /// The request with all of it made.
  func finished() -> QualityRequest {
    var done = self
    _ = done.run.finish()
    return done
  }
}
