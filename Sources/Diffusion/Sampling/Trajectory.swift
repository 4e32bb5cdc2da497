/// The states a population of points passes through, grown one step at a time and replayable.
///
/// Memory is bounded: every `stride`-th state is kept, and a state between is found again by
/// running from the one before it. Because steps are pure, their noise is addressed and what a
/// sampler remembers is part of the state, the replay gives the same points to the last bit.
public struct Trajectory: Sendable {
  /// Takes the state after `step` steps one step further.
  public typealias Advance = @Sendable (_ state: SamplingState, _ step: Int) -> SamplingState

  /// How many bytes of states a trajectory keeps before it spaces them out.
  public static let memoryBudget = 24 << 20

  /// The number of steps of the whole run.
  public let length: Int
  /// How many steps have been made so far.
  public private(set) var reach = 0
  /// Every how many steps a state is kept.
  public let stride: Int
  private let advance: Advance
  private var kept: [SamplingState]
  /// The furthest state, from which the trajectory grows.
  private var front: SamplingState
  /// The last stretch that was replayed, so that scrubbing back and forth within it is free.
  private var replayed: (first: Int, states: [SamplingState]) = (0, [])

  /// - Parameter pastSteps: how many past steps a state holds beside its points.
  public init(
    start: [Point], length: Int, pastSteps: Int = 0,
    memoryBudget: Int = Trajectory.memoryBudget, advance: @escaping Advance
  ) {
    self.length = length
    self.advance = advance
    // A past step is a point and two ends of an estimate for every point of the state.
    let bytes = max(1, start.count) * MemoryLayout<Point>.stride * (1 + 3 * pastSteps)
    let affordable = max(1, memoryBudget / bytes)
    stride = max(1, (length + affordable - 1) / affordable)
    front = SamplingState(start)
    kept = [front]
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
  public mutating func points(at step: Int) -> [Point] { state(at: step).points }

  /// Forgets everything after `step`, so that the run goes on from there.
  public mutating func truncate(after step: Int) {
    guard step < reach else { return }
    front = state(at: step)
    reach = step
    kept.removeSubrange((step / stride + 1)...)
    replayed = (0, [])
  }

  private mutating func state(at step: Int) -> SamplingState {
    precondition((0...reach).contains(step), "only steps that have been made can be seen")
    if step == reach { return front }
    if step.isMultiple(of: stride) { return kept[step / stride] }
    if !replayed.states.indices.contains(step - replayed.first) { replay(stretchWith: step) }
    return replayed.states[step - replayed.first]
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
