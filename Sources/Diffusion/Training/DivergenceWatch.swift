/// Notices when learning goes astray, and remembers where it was still well.
struct DivergenceWatch: Sendable {
  /// Every how many steps a state is remembered, if it is good.
  private static let interval = 250
  /// Over how many steps the loss is smoothed.
  private static let window = 50.0
  /// The smoothed loss is exploding when it is this many times the least so far ...
  private static let factor = 3.0
  /// ... plus this, about a quarter of what answering 0 costs.
  private static let margin = 0.25
  /// What answering 0 costs at most: the least loss before anything is known.
  private static let ignorance = 2.0

  /// The last good state, or the first.
  private(set) var good: Learner.State
  private var goodLoss = Smoothed()
  private var loss = Smoothed()
  private var least = Self.ignorance

  /// A mean of the last losses, of all of them at first.
  private struct Smoothed {
    var mean = 0.0
    var count = 0.0

    mutating func add(_ loss: Double) {
      count = min(count + 1, DivergenceWatch.window)
      mean += (loss - mean) / count
    }
  }

  init(start: Learner.State) {
    good = start
  }

  /// Takes note of the loss of a batch.
  ///
  /// - Returns: whether it is no number, or the smoothed loss explodes.
  mutating func isAstray(loss newLoss: Double) -> Bool {
    loss.add(newLoss)
    // Written so that a loss that is no number is astray.
    guard loss.mean <= Self.factor * (least + Self.margin) else { return true }
    if loss.count == Self.window { least = min(least, loss.mean) }
    return false
  }

  /// Remembers a state now and then, unless the loss is on its way up or a parameter is no number.
  mutating func consider(_ state: Learner.State) {
    guard state.age.isMultiple(of: Self.interval),
      loss.mean < (1 + Self.factor) / 2 * (least + Self.margin), state.isFinite
    else { return }
    good = state
    goodLoss = loss
  }

  /// The last good state; the watch goes on from there.
  mutating func goBack() -> Learner.State {
    loss = goodLoss
    return good
  }
}
