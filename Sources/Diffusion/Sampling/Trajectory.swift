/// The states a population of points passes through, grown one step at a time and replayable.
///
/// Memory is bounded: every `stride`-th state is kept, and a state between is found again by
/// running from the one before it. Because steps are pure and their noise is addressed, the replay
/// gives the same points to the last bit.
public struct Trajectory: Sendable {
  /// Takes the points after `step` steps one step further.
  public typealias Advance = @Sendable (_ points: [Point], _ step: Int) -> [Point]

  /// How many bytes of states a trajectory keeps before it spaces them out.
  public static let memoryBudget = 24 << 20

  /// The number of steps of the whole run.
  public let length: Int
  /// How many steps have been made so far.
  public private(set) var reach = 0
  /// Every how many steps a state is kept.
  public let stride: Int
  private let advance: Advance
  private var kept: [[Point]]
  /// The furthest state, from which the trajectory grows.
  private var front: [Point]
  /// The last stretch that was replayed, so that scrubbing back and forth within it is free.
  private var replayed: (first: Int, states: [[Point]]) = (0, [])

  public init(
    start: [Point], length: Int, memoryBudget: Int = Trajectory.memoryBudget,
    advance: @escaping Advance
  ) {
    self.length = length
    self.advance = advance
    let bytes = max(1, start.count) * MemoryLayout<Point>.stride
    let affordable = max(1, memoryBudget / bytes)
    stride = max(1, (length + affordable - 1) / affordable)
    kept = [start]
    front = start
  }

  /// Whether all steps have been made.
  public var isComplete: Bool { reach == length }

  /// Makes at most `count` further steps.
  public mutating func extend(by count: Int) {
    for _ in 0..<max(0, min(count, length - reach)) {
      front = advance(front, reach)
      reach += 1
      if reach.isMultiple(of: stride) { kept.append(front) }
    }
  }

  /// The points after `step` steps, at most `reach`; replays from the nearest kept state before.
  public mutating func points(at step: Int) -> [Point] {
    precondition((0...reach).contains(step), "only steps that have been made can be seen")
    if step == reach { return front }
    if step.isMultiple(of: stride) { return kept[step / stride] }
    if !replayed.states.indices.contains(step - replayed.first) { replay(stretchWith: step) }
    return replayed.states[step - replayed.first]
  }

  /// Forgets everything after `step`, so that the run goes on from there.
  public mutating func truncate(after step: Int) {
    guard step < reach else { return }
    front = points(at: step)
    reach = step
    kept.removeSubrange((step / stride + 1)...)
    replayed = (0, [])
  }

  private mutating func replay(stretchWith step: Int) {
    let first = step / stride * stride
    var states = [kept[step / stride]]
    for index in first..<min(first + stride - 1, reach - 1) {
      states.append(advance(states[index - first], index))
    }
    replayed = (first, states)
  }
}
