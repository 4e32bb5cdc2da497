/// The states of a run that memory has room for, in the order of their steps: the first and the
/// furthest always, many near the step that is looked at and few far from it.
struct HeldStates: Sendable {
  private(set) var steps = [0]
  private var states: [SamplingState]
  /// How many states there is room for.
  let capacity: Int
  /// The distance from the step looked at, in steps, beyond which states lie as thin as anywhere.
  private let reach: Int

  /// - Parameters:
  ///   - start: the state after no step.
  ///   - length: the number of steps of the whole run.
  ///   - capacity: how many states are held; at least four are.
  init(start: SamplingState, length: Int, capacity: Int) {
    states = [start]
    self.capacity = max(Self.fewest, capacity)
    reach = max(1, length / 16)
  }

  /// The ends, the state that is looked at and the one before it.
  private static let fewest = 4

  /// The furthest state.
  var last: (step: Int, state: SamplingState) { (steps[steps.count - 1], states[states.count - 1]) }

  /// The state that is the latest up to a step.
  func latest(upTo step: Int) -> (step: Int, state: SamplingState) {
    let place = place(upTo: step)
    return (steps[place], states[place])
  }

  /// The step of the latest state up to a step.
  func step(upTo step: Int) -> Int { steps[place(upTo: step)] }

  /// The step of the state that is nearest to a step.
  func step(nearestTo step: Int) -> Int {
    let place = place(upTo: step)
    guard place + 1 < steps.count else { return steps[place] }
    return step - steps[place] <= steps[place + 1] - step ? steps[place] : steps[place + 1]
  }

  /// Holds one more state, which is being looked at, and lets one go where there is no room.
  mutating func hold(_ state: SamplingState, at step: Int) {
    let place = place(upTo: step)
    guard steps[place] != step else { return }
    steps.insert(step, at: place + 1)
    states.insert(state, at: place + 1)
    if steps.count > capacity { letGo(lookingAt: place + 1) }
  }

  /// Forgets all states after a step.
  mutating func truncate(after step: Int) {
    let count = place(upTo: step) + 1
    steps.removeSubrange(count...)
    states.removeSubrange(count...)
  }

  /// Removes the state that is missed least: the one between near neighbours, far from the place
  /// that is looked at. The state before that place stays: a screen shows where points come from.
  private mutating func letGo(lookingAt looked: Int) {
    let now = steps[looked]
    var least = Double.infinity
    var choice: Int?
    for place in steps.indices.dropFirst().dropLast() where place != looked && place != looked - 1 {
      let gap = steps[place + 1] - steps[place - 1]
      let distance = min(abs(steps[place] - now), reach)
      let loss = Double(gap) / Double(1 + distance)
      if loss < least { (least, choice) = (loss, place) }
    }
    guard let choice else { return }
    steps.remove(at: choice)
    states.remove(at: choice)
  }

  /// Where the latest state up to a step is held.
  private func place(upTo step: Int) -> Int {
    var (low, high) = (0, steps.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if steps[middle] <= step { low = middle } else { high = middle }
    }
    return low
  }
}
