/// Notices when learning goes astray, and remembers where it was still well.
///
/// A rate too high seldom ends in numbers that are none: more often the loss jumps, and then rests
/// where answering 0 would put it. So a run is astray when the smoothed loss has lost half of all
/// that was gained since the start, by more than noise explains. Where nothing was gained there is
/// nothing to lose: a rate too high from the start leaves the loss where answering 0 puts it, finite
/// and for ever.
struct DivergenceWatch: Sendable {
  /// Every how many steps a state is remembered, if it is good.
  private static let interval = 250
  /// A rise of the smoothed loss below this is never astray; answering 0 costs about 1.
  private static let tolerance = 0.1
  /// Nor is one of this many standard errors.
  private static let standardErrors = 10.0
  /// A run that has not brought the smoothed loss below this has learned nothing.
  private static let nothing = 0.95
  /// After how many steps that is said of it.
  private static let patience = 500

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

  /// Whether a run has had time enough and still answers no better than 0 would. Of one at a low
  /// rate it may be too early to say.
  var hasLearnedNothing: Bool { record.steps >= Self.patience && !record.hasGained }

  /// Remembers a state now and then, unless the loss is on its way up, nothing is learned yet or a
  /// parameter is no number.
  mutating func consider(_ state: Learner.State) {
    guard state.age.isMultiple(of: Self.interval), record.rise <= record.allowedRise / 2,
      record.hasGained, state.isFinite
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

    private(set) var steps = 0
    private var count = 0.0
    private var mean = 0.0
    private var meanSquare = 0.0
    /// The smoothed loss after the first window.
    private var first = Record.ignorance
    /// The least smoothed loss, and its standard error then.
    private var least = Record.ignorance
    private var standardError = 0.0

    mutating func add(_ loss: Double) {
      steps += 1
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

    /// Whether anything is learned, by more than noise explains.
    var hasGained: Bool { least + 2 * standardError < DivergenceWatch.nothing }

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
