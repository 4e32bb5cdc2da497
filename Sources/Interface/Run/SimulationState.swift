import Diffusion

/// What is being made beside the screen.
public struct SimulationState: Sendable, Equatable {
  /// Steps that are wanted and not there.
  private struct Request {
    let number: Int
    let direction: Direction
    let task: Simulation.Task
    let steps: Int
    let relay: Simulation.Relay
    let watch: WorkWatch
  }

  /// The number of the latest request.
  private(set) var number = 0
  /// The requests under way, the oldest first.
  private var requests: [Request] = []
  /// How long the latest step took.
  public private(set) var secondsPerStep: Double?
  /// For how long the screen has been waiting for the present answer, in seconds.
  public private(set) var waited = 0.0
  /// Whether it has been said that the tolerance is not kept.
  private var hasSaidLimit = false

  /// From how many seconds on somebody who waits is told what for.
  static let patience = 1.0

  /// The most requests under way: the steps of one are made, and those of the other follow at once
  /// while the screen takes in what has come of the first.
  private static let mostRequests = 2

  /// Whether steps are made.
  public var isRunning: Bool { !requests.isEmpty }

  /// Whether more may be asked for: steps made again one request at a time, further ones of a run
  /// while others of it are made.
  func mayBegin(_ task: Simulation.Task, _ direction: Direction) -> Bool {
    guard let latest = requests.last else { return true }
    guard case .extend = task, case .extend = latest.task else { return false }
    return requests.count < Self.mostRequests && latest.direction == direction
  }

  /// How many further steps of a run are on their way.
  func coming(_ direction: Direction) -> Int {
    requests.reduce(0) { sum, request in
      guard case .extend = request.task, request.direction == direction else { return sum }
      return sum + request.steps
    }
  }

  /// Where the steps come to that a new request follows; nil where it follows none.
  var latest: Simulation.Relay? { requests.last?.relay }

  /// How much of a step is done that takes long; nil where none does.
  var shareOfLongStep: Double? {
    waited >= Self.patience ? requests.first?.watch.progress.share : nil
  }

  /// The number of a new request.
  mutating func nextNumber() -> Int {
    number += 1
    return number
  }

  /// Waits for the answer to a request.
  mutating func begin(_ simulation: Simulation) {
    if requests.isEmpty { waited = 0 }
    requests.append(
      Request(
        number: simulation.number, direction: simulation.direction, task: simulation.task,
        steps: simulation.steps, relay: simulation.relay, watch: simulation.watch))
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

  /// Whether an answer is waited for; it is not from then on, nor are those before it.
  mutating func finish(_ answer: Simulation, seconds: Double) -> Bool {
    guard let place = requests.firstIndex(where: { $0.number == answer.number })
    else { return false }
    requests.removeFirst(place + 1)
    waited = 0
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
    for request in requests { request.watch.callOff() }
    requests = []
  }

  public static func == (one: SimulationState, other: SimulationState) -> Bool {
    one.number == other.number && one.requests.map(\.number) == other.requests.map(\.number)
      && one.secondsPerStep == other.secondsPerStep && one.waited == other.waited
  }
}
