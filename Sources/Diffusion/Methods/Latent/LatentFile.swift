import Foundation

/// Parts as a safetensors file, which names the parts it holds.
enum LatentFile {
  static let format = "stipple latent"
  private static let version = "2"

  static func encoded(_ weights: LatentWeights) throws -> Data {
    let parts = weights.parts.only(weights.learned)
    var file = PartTensors()
    file.words = [
      "format": format, "version": version, "method": Method.latent.id,
      "parts": parts.present.map(\.id).joined(separator: " "),
      "data": weights.data, "steps": "\(weights.steps)", "seed": "\(weights.seed)",
      "width": "\(weights.shape.width)", "height": "\(weights.shape.height)",
      "vocabulary": try text(of: weights.vocabulary),
      "layers": WeightsMetadata.layers(
        of: MLP.Architecture(inputs: 1, hidden: [], outputs: 1)),
    ]
    parts.write(to: &file)
    return try Safetensors(metadata: file.words, tensors: file.tensors).encoded()
  }

  static func decoded(_ data: Data) throws(WeightsError) -> LatentWeights {
    let container: Safetensors
    do { container = try Safetensors(decoding: data) } catch { throw .file(error) }
    let file = PartTensors(words: container.metadata, tensors: container.tensors)
    let words = WeightsMetadata(words: container.metadata)
    try words.expect(format: format, knownBy: "parts")
    try words.expect(version, for: "version")
    let vocabulary = try vocabulary(in: words)
    let names = try words.text("parts").split(separator: " ").map(String.init)
    var learned: [LatentPart] = []
    for name in names {
      guard let part = LatentPart.allCases.first(where: { $0.id == name }) else {
        throw .badMetadata(
          key: "parts", text: name,
          expected: "some of \(LatentPart.allCases.map(\.id).joined(separator: ", "))")
      }
      learned.append(part)
    }
    let (width, height): (Int, Int) = (try words.number("width"), try words.number("height"))
    for (key, side) in [("width", width), ("height", height)]
    where !PictureShape.sides.contains(side) {
      throw .badMetadata(key: key, text: "\(side)", expected: "a whole number from 2 to 16")
    }
    let shape = PictureShape(width: width, height: height)
    return LatentWeights(
      parts: try LatentParts(reading: file, learned, vocabulary, shape), learned: learned,
      vocabulary: vocabulary, shape: shape, data: try words.text("data"),
      steps: try words.number("steps"), seed: try words.number("seed"))
  }

  private static func text(of vocabulary: PictureVocabulary) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(vocabulary.attributes), as: UTF8.self)
  }

  private static func vocabulary(in words: WeightsMetadata) throws(WeightsError)
    -> PictureVocabulary
  {
    let text = try words.text("vocabulary")
    guard
      let attributes = try? JSONDecoder().decode([PictureAttribute].self, from: Data(text.utf8)),
      (1...20).contains(attributes.count),
      attributes.allSatisfy({ (1...1000).contains($0.words.count) })
    else {
      throw .badMetadata(
        key: "vocabulary", text: text, expected: "a list of attributes, each a name and its words")
    }
    return PictureVocabulary(attributes)
  }
}

extension LatentWeights {
  /// The bytes of a safetensors file.
  public func encoded() throws -> Data { try LatentFile.encoded(self) }

  /// Reads a safetensors file.
  public init(decoding file: Data) throws(WeightsError) { self = try LatentFile.decoded(file) }
}
