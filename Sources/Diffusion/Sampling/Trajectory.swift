/// The states a population of points passes through, grown one step at a time and replayable.
///
/// Memory is bounded: every `stride`-th state is kept, and a state between is found again by
/// running from the one before it. Because steps are pure, their noise is addressed and what a
/// sampler remembers is part of the state, the replay gives the same points to the last bit.
public struct Trajectory: Sendable {
  /// Takes the state after `step` steps one step further.
  public typealias Advance = @Sendable (_ state: SamplingState, _ step: Int) -> SamplingState

  /// How many bytes of states a trajectory keeps before it spaces them out: usually, and where the
  /// states are so large that few would fit.
  public static let memoryBudget = 24 << 20
  private static let largeMemoryBudget = 96 << 20
  /// The fewest states worth keeping, as far as the large budget goes.
  private static let fewestKept = 32
  /// How many of the latest states stay at hand.
  private static let mostRecent = 2

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
  /// The states just before it: a screen that follows the run shows the step before the next one.
  private var recent: [SamplingState] = []
  /// The last stretch that was replayed, so that scrubbing back and forth within it is free.
  private var replayed: (first: Int, states: [SamplingState]) = (0, [])
  /// The most states of a replayed stretch that are kept.
  private let window: Int

  /// - Parameters:
  ///   - pastSteps: how many past steps a state holds beside its points.
  ///   - memoryBudget: how many bytes of states are kept; nil for the usual number.
  public init(
    start: [Point], length: Int, pastSteps: Int = 0, memoryBudget: Int? = nil,
    advance: @escaping Advance
  ) {
    self.length = length
    self.advance = advance
    // A past step is a point and two ends of an estimate for every point of the state.
    let bytes = max(1, start.count) * MemoryLayout<Point>.stride * (1 + 3 * pastSteps)
    let budget = memoryBudget ?? Self.budget(forStatesOf: bytes)
    let affordable = max(1, budget / bytes)
    stride = max(1, (length + affordable - 1) / affordable)
    window = max(1, affordable / 2)
    front = SamplingState(start)
    kept = [front]
  }

  private static func budget(forStatesOf bytes: Int) -> Int {
    min(max(memoryBudget, fewestKept * bytes), largeMemoryBudget)
  }

  /// Whether all steps have been made.
  public var isComplete: Bool { reach == length }

  /// Makes at most `count` further steps.
  public mutating func extend(by count: Int) {
    for _ in 0..<max(0, min(count, length - reach)) {
      let before = front
      front = advance(before, reach)
      reach += 1
      recent.append(before)
      if recent.count > Self.mostRecent { recent.removeFirst() }
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
    recent = []
  }

  /// How many steps have to be replayed before `points(at:)` is free.
  public func replayLength(to step: Int) -> Int {
    precondition((0...reach).contains(step), "only steps that have been made can be seen")
    let isKnown =
      step >= reach - recent.count || step.isMultiple(of: stride)
      || replayed.states.indices.contains(step - replayed.first)
    return isKnown ? 0 : step - replayStart(for: step)
  }

  /// Makes at most `count` of the steps that have to be replayed before `points(at:)` is free; the
  /// next call goes on where this one ended.
  public mutating func replay(towards step: Int, atMost count: Int = .max) {
    let missing = replayLength(to: step)
    guard missing > 0, count > 0 else { return }
    let start = replayStart(for: step)
    if start == step / stride * stride { replayed = (start, [kept[start / stride]]) }
    for index in start..<start + min(count, missing) {
      replayed.states.append(advance(replayed.states[index - replayed.first], index))
      if replayed.states.count > window {
        replayed.states.removeFirst()
        replayed.first += 1
      }
    }
  }

  /// The furthest known step before one that is not known: kept, or the end of what was replayed.
  private func replayStart(for step: Int) -> Int {
    let base = step / stride * stride
    let last = replayed.first + replayed.states.count - 1
    return replayed.states.isEmpty || !(base..<step).contains(last) ? base : last
  }

  private mutating func state(at step: Int) -> SamplingState {
    replay(towards: step)
    if step == reach { return front }
    let recentStart = reach - recent.count
    if step >= recentStart { return recent[step - recentStart] }
    if step.isMultiple(of: stride) { return kept[step / stride] }
    return replayed.states[step - replayed.first]
  }
}
