/// The states a population of points passes through, grown one step at a time and replayable.
///
/// Memory is bounded: only so many states are held, the most of them near the step that was looked
/// at last, and another one is found again by running from the one before it. Because steps are
/// pure, their noise is addressed and what a sampler remembers is part of the state, the replay
/// gives the same points to the last bit.
public struct Trajectory: Sendable {
  /// Takes the state after `step` steps one step further.
  public typealias Advance = @Sendable (_ state: SamplingState, _ step: Int) -> SamplingState

  /// How many bytes of states a trajectory holds: usually, and where the states are so large that
  /// few would fit.
  public static let memoryBudget = 4 << 20
  private static let largeMemoryBudget = 40 << 20
  /// The fewest states worth holding, as far as the large budget goes.
  private static let fewestHeld = 12

  /// The number of steps of the whole run.
  public let length: Int
  private let advance: Advance
  private var held: HeldStates

  /// - Parameters:
  ///   - pastSteps: how many past steps a state holds beside its points.
  ///   - memoryBudget: how many bytes of states are held; nil for the usual number.
  public init(
    start: [Point], length: Int, pastSteps: Int = 0, memoryBudget: Int? = nil,
    advance: @escaping Advance
  ) {
    self.length = length
    self.advance = advance
    // A past step is a point and two ends of an estimate for every point of the state.
    let bytes = max(1, start.count) * MemoryLayout<Point>.stride * (1 + 3 * pastSteps)
    let budget = memoryBudget ?? Self.budget(forStatesOf: bytes)
    held = HeldStates(start: SamplingState(start), length: length, capacity: budget / bytes)
  }

  private static func budget(forStatesOf bytes: Int) -> Int {
    min(max(memoryBudget, fewestHeld * bytes), largeMemoryBudget)
  }

  /// How many steps have been made so far.
  public var reach: Int { held.last.step }

  /// Whether all steps have been made.
  public var isComplete: Bool { reach == length }

  /// Makes at most `count` further steps.
  public mutating func extend(by count: Int) {
    for step in reach..<reach + max(0, min(count, length - reach)) {
      held.hold(advance(held.last.state, step), at: step + 1)
    }
  }

  /// The points after `step` steps, at most `reach`; replays from the nearest held state before.
  public mutating func points(at step: Int) -> [Point] {
    replay(towards: step)
    return held.latest(upTo: step).state.points
  }

  /// Forgets everything after `step`, so that the run goes on from there.
  public mutating func truncate(after step: Int) {
    guard step < reach else { return }
    replay(towards: step)
    held.truncate(after: step)
  }

  /// How many steps have to be replayed before `points(at:)` is free.
  public func replayLength(to step: Int) -> Int {
    precondition((0...reach).contains(step), "only steps that have been made can be seen")
    return step - held.step(upTo: step)
  }

  /// Makes at most `count` of the steps that have to be replayed before `points(at:)` is free; the
  /// next call goes on where this one ended.
  public mutating func replay(towards step: Int, atMost count: Int = .max) {
    var (now, state) = held.latest(upTo: step)
    let end = now + max(0, min(count, step - now))
    while now < end {
      state = advance(state, now)
      now += 1
      held.hold(state, at: now)
    }
  }

  /// The latest step up to `step` whose points are at hand.
  public func heldStep(upTo step: Int) -> Int { held.step(upTo: step) }

  /// The step nearest to `step` whose points are at hand.
  public func heldStep(nearestTo step: Int) -> Int { held.step(nearestTo: step) }
}
