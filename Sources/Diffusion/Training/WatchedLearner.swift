/// A learner that is kept from going astray: it returns to its last good weights, and goes on from
/// there at half the rate.
struct WatchedLearner: Sendable {
  /// The highest rate in force.
  var rate: Double { didSet { fastest = max(fastest, rate) } }
  /// The highest since the start, or since the latest return.
  private var fastest: Double
  private(set) var recoveries: [Trainer.Recovery] = []
  private var learner: Learner
  private var watch: DivergenceWatch
  /// The loss of answers that know nothing.
  private let ignorance: Double
  private let fall: Recipe.Fall

  /// - Parameters:
  ///   - ignorance: the loss of answers that know nothing, above 0: 1 where targets have unit spread and
  ///     the loss is the mean of their squared errors.
  ///   - fall: how the rate falls.
  init(_ learner: Learner, rate: Double, ignorance: Double = 1, falling fall: Recipe.Fall = .root) {
    self.learner = learner
    self.rate = rate
    fastest = rate
    self.ignorance = ignorance
    self.fall = fall
    watch = DivergenceWatch(start: learner.state)
  }

  /// Where a rate may have made answers that know nothing the only ones that are left; below it
  /// learning is slow at worst.
  static let riskyRate = 0.02

  var mlp: MLP { learner.mlp }

  /// The parameters as they are, with padding: what a batch may ask the network itself by.
  var parameters: AlignedFloats { learner.paddedParameters }

  /// Moves the weights once, or back to good ones.
  ///
  /// - Parameters:
  ///   - scale: by what the sum of the samples' errors is divided to give the loss.
  ///   - step: the number of the step, for the list of recoveries.
  /// - Returns: the loss of the batch, before the move.
  mutating func step(
    on batch: some BatchSource, dividedBy scale: Int, step: Int, with team: WorkerTeam?
  ) -> Double {
    let loss = learner.learn(from: batch, on: team) / Double(scale)
    if watch.isAstray(loss: loss / ignorance) {
      recover(atStep: step)
    } else if fastest >= Self.riskyRate, watch.hasLearnedNothing {
      recover(atStep: step)
    } else {
      learner.advance(
        by: Recipe.stride(
          atStep: learner.state.age + 1, of: learner.state.optimizer, highestRate: rate,
          falling: fall), on: team)
      watch.consider(learner.state)
    }
    return loss
  }

  /// Goes on with another optimizer, which begins its count of steps.
  mutating func change(to optimizer: Optimizer) {
    learner.change(to: optimizer)
    watch = DivergenceWatch(start: learner.state)
  }

  /// The moving average of the weights, of the last good ones where there is a number that is none.
  var average: [Float] {
    learner.average(in: learner.state.isFinite ? learner.state : watch.good)
  }

  /// How many bytes it works on, the state it would go back to included.
  var byteCount: Int { learner.byteCount + watch.good.byteCount }

  private mutating func recover(atStep step: Int) {
    // A rate that was lowered since then is not what led astray.
    let lowered = rate < Self.riskyRate && rate < fastest ? rate : rate / 2
    recoveries.append(
      Trainer.Recovery(
        step: step, oldRate: rate, newRate: lowered, learnedNothing: watch.hasLearnedNothing))
    rate = lowered
    fastest = lowered
    learner.restore(watch.goBack())
  }
}
