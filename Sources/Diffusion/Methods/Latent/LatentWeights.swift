import Foundation

/// What the parts have learned, as a value that can be kept in a file.
public struct LatentWeights: TrainedWeights, Equatable {
  public var parts: LatentParts
  /// The parts that have been trained at all.
  public var learned: [LatentPart]
  public let vocabulary: PictureVocabulary
  public let shape: PictureShape
  public let data: String
  public let steps: Int
  public let seed: UInt64

  public var outputName: String { "latent" }
  public var labels: [String] { vocabulary.attributes.first?.words ?? [] }
  public var parameterCount: Int { parts.parameterCount }

  /// The weights of some parts alone.
  public func only(_ some: [LatentPart]) -> LatentWeights {
    var weights = self
    weights.parts = parts.only(some)
    weights.learned = learned.filter(some.contains)
    return weights
  }
}
