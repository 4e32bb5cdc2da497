/// How a network is trained, as a preset says it.
public struct TrainingSpecification: Codable, Hashable, Sendable {
  /// How many samples each step looks at.
  public var batch: Int
  /// The highest learning rate, reached after a short warm-up.
  public var rate: Double
  public var optimizer: Optimizer
  /// What the network is asked for.
  public var target: TrainingTarget
  /// How often a network that knows labels is told none, so that it also learns the whole.
  public var labelDropout: Double

  public init(
    batch: Int = 256, rate: Double = 0.007, optimizer: Optimizer = .adam,
    target: TrainingTarget = .sample, labelDropout: Double = 0.3
  ) {
    self.batch = batch
    self.rate = rate
    self.optimizer = optimizer
    self.target = target
    self.labelDropout = labelDropout
  }

  /// How many samples a step may look at.
  public static let batches = 1...16384
  /// The rates that can be asked for; far too high ones are allowed, to be seen failing.
  public static let rates = 1e-6...10.0

  /// Throws unless the numbers are within their ranges.
  public func check() throws(TrainingError) {
    if !Self.batches.contains(batch) { throw .badBatch(batch) }
    if !Self.rates.contains(rate) { throw .badRate(rate) }
    if !(0...1).contains(labelDropout) { throw .badLabelDropout(labelDropout) }
  }
}

/// Why a network cannot be trained as asked.
public enum TrainingError: Error, CustomStringConvertible, Equatable {
  case badBatch(Int)
  case badRate(Double)
  case badLabelDropout(Double)

  /// The key of a preset that the error is about.
  public var key: String {
    switch self {
    case .badBatch: "batch"
    case .badRate: "rate"
    case .badLabelDropout: "label_dropout"
    }
  }

  public var description: String {
    switch self {
    case .badBatch(let batch):
      "a batch has 1 to \(TrainingSpecification.batches.upperBound) samples, not \(batch)"
    case .badRate(let rate):
      "a learning rate is from \(TrainingSpecification.rates.lowerBound)"
        + " to \(TrainingSpecification.rates.upperBound), not \(rate)"
    case .badLabelDropout(let share):
      "a label is dropped in a share from 0 to 1 of the samples, not \(share)"
    }
  }
}
