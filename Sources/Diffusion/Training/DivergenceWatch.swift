/// Notices when learning goes astray, and remembers where it was still well.
///
/// A rate too high seldom ends in numbers that are none: more often the loss jumps, and then rests
/// where answering 0 would put it. So a run is astray when the smoothed loss has lost half of all
/// that was gained since the start, by more than noise explains.
struct DivergenceWatch: Sendable {
  /// Every how many steps a state is remembered, if it is good.
  private static let interval = 250
  /// A rise of the smoothed loss below this is never astray; answering 0 costs about 1.
  private static let tolerance = 0.1
  /// Nor is one of this many standard errors.
  private static let standardErrors = 10.0

  /// The last good state, or the first.
  private(set) var good: Learner.State
  private var goodRecord = Record()
  private var record = Record()

  init(start: Learner.State) {
    good = start
  }

  /// Takes note of the loss of a batch.
  ///
  /// - Returns: whether it is no number, or the smoothed loss says that learning is undone.
  mutating func isAstray(loss: Double) -> Bool {
    record.add(loss)
    // Written so that a loss that is no number is astray.
    return !(record.rise <= record.allowedRise)
  }

  /// Remembers a state now and then, unless the loss is on its way up or a parameter is no number.
  mutating func consider(_ state: Learner.State) {
    guard state.age.isMultiple(of: Self.interval), record.rise <= record.allowedRise / 2,
      state.isFinite
    else { return }
    good = state
    goodRecord = record
  }

  /// The last good state; the watch goes on from there.
  mutating func goBack() -> Learner.State {
    record = goodRecord
    return good
  }

  /// The course of the loss.
  private struct Record {
    /// Over how many steps the loss is smoothed.
    private static let window = 50.0
    /// What answering 0 costs at most: the loss before anything is known.
    private static let ignorance = 2.0

    private var count = 0.0
    private var mean = 0.0
    private var meanSquare = 0.0
    /// The smoothed loss after the first window.
    private var first = Record.ignorance
    /// The least smoothed loss, and its standard error then.
    private var least = Record.ignorance
    private var standardError = 0.0

    mutating func add(_ loss: Double) {
      let isFirstWindow = count < Self.window
      count = min(count + 1, Self.window)
      mean += (loss - mean) / count
      meanSquare += (loss * loss - meanSquare) / count
      guard count == Self.window, mean < least || isFirstWindow else { return }
      if isFirstWindow { first = min(mean, Self.ignorance) }
      least = min(mean, Self.ignorance)
      // The variance of a running mean over a window is that of one value, divided by twice it.
      standardError = (max(0, meanSquare - mean * mean) / (2 * Self.window)).squareRoot()
    }

    /// How far the smoothed loss is above its least.
    var rise: Double { mean - least }

    /// How far it may be.
    var allowedRise: Double {
      if count < Self.window { return Self.ignorance }
      return max(
        (first - least) / 2, DivergenceWatch.standardErrors * standardError,
        DivergenceWatch.tolerance)
    }
  }
}
