import Foundation

/// What the parts have learned, as a value that can be kept in a file.
public struct LatentWeights: TrainedWeights, Equatable {
  public var parts: LatentParts
  /// The parts that have been trained at all.
  public var learned: [LatentPart]
  public let vocabulary: PictureVocabulary
  public let shape: PictureShape
  public let data: String
  public private(set) var steps: Int
  public let seed: UInt64

  public var outputName: String { "latent" }
  public var labels: [String] { vocabulary.attributes.first?.words ?? [] }
  public var parameterCount: Int { parts.parameterCount }

  /// The parts of settings that were given all their steps: all that have learned, but for the last one
  /// of them where the steps were not enough for it too.
  func finished(of settings: LatentSettings) -> [LatentPart] {
    let begun = settings.parts.filter(learned.contains)
    let needed = begun.reduce(0) { $0 + $1.usualIterations }
    return steps < needed ? begun.dropLast() : begun
  }

  /// Whether they are of pictures, words and latents as settings have them.
  func fits(_ settings: LatentSettings) -> Bool {
    shape == settings.pictures.shape && vocabulary == settings.vocabulary
      && (parts.latents ?? settings.latents) == settings.latents
  }

  /// These, and the parts of others where here are none.
  public func merging(_ other: LatentWeights) -> LatentWeights {
    var weights = self
    weights.parts = parts.merging(other.parts)
    let added = other.learned.filter { !learned.contains($0) }
    weights.learned = LatentPart.allCases.filter { learned.contains($0) || added.contains($0) }
    if !added.isEmpty { weights.steps += other.steps }
    return weights
  }

  /// The weights of some parts alone.
  public func only(_ some: [LatentPart]) -> LatentWeights {
    var weights = self
    weights.parts = parts.only(some)
    weights.learned = learned.filter(some.contains)
    return weights
  }
}
