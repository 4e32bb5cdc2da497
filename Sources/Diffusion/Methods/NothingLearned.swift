import Foundation

/// The weights of a method that learns nothing: there are none.
///
/// A process that has no networks is a `ModelProcess` whose `Trained` this is; nothing can hold a value of
/// it, so what would be done with one is never done.
public enum NothingLearned: TrainedWeights {
  public var data: String { switch self {} }
  public var steps: Int { switch self {} }
  public var seed: UInt64 { switch self {} }
  public var outputName: String { switch self {} }
  public var labels: [String] { switch self {} }
  public var parameterCount: Int { switch self {} }

  public func encoded() throws -> Data { switch self {} }

  public init(decoding file: Data) throws(WeightsError) {
    throw .nothingLearned
  }
}

extension ModelProcess where Trained == NothingLearned {
  /// No network is asked.
  public func calls(of model: Model, in laboratory: Laboratory) -> Int { 0 }
}
