import Foundation

/// A training run that can be advanced step by step, watched and steered, whatever
/// method it is of.
public protocol TrainingProcess: Sendable {
  associatedtype Trained: TrainedWeights

  /// The batch and the highest rate asked for; they may be changed between steps.
  var settings: TrainingSpecification { get set }
  /// The highest rate in force.
  var rate: Double { get }
  /// How many steps were made.
  var steps: Int { get }
  /// The returns to earlier weights after learning went astray.
  var recoveries: [Trainer.Recovery] { get }
  /// What to sample with.
  var weights: Trained { get }

  /// Draws a batch and moves the weights once.
  ///
  /// - Parameter team: who shares the work, if anybody.
  /// - Returns: the mean squared error of the batch, before the move.
  mutating func step(on team: WorkerTeam?) -> Double
}

extension TrainingProcess {
  /// Makes a step alone.
  public mutating func step() -> Double { step(on: nil) }
}

/// What a network has learned, as a value that can be kept in a file.
public protocol TrainedWeights: Sendable {
  /// What was learned, in words.
  var data: String { get }
  /// How many optimizer steps were taken.
  var steps: Int { get }
  /// The seed of the first weights and of the batches.
  var seed: UInt64 { get }
  /// What the outputs mean, in a word.
  var outputName: String { get }
  /// The labels it can be told; none for a network that knows no labels.
  var labels: [String] { get }
  /// How many numbers were learned.
  var parameterCount: Int { get }

  /// The network of an experiment once it is this one.
  func specification(over network: NetworkSpecification) -> NetworkSpecification

  /// The same network in another frame, where the same data has another place and size.
  func seen(in frame: Standardization) -> Self

  /// The bytes of a safetensors file.
  func encoded() throws -> Data

  /// Reads them from the bytes of a safetensors file.
  init(decoding file: Data) throws(WeightsError)
}

extension TrainedWeights {
  /// About how many answers of single Gaussians take as long as one of the networks.
  public var answersOfCall: Int { WorkWatch.answers(ofNumbers: parameterCount) }

  public func seen(in frame: Standardization) -> Self { self }

  /// As it was: several networks have sizes of their own.
  public func specification(over network: NetworkSpecification) -> NetworkSpecification { network }
}
