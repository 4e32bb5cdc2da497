import Foundation

/// Parts as a safetensors file, which names the parts it holds.
enum LatentFile {
  static let format = "stipple latent"
  private static let version = "2"

  static func encoded(_ weights: LatentWeights) throws -> Data {
    let parts = weights.parts.only(weights.learned)
    var file = LatentTensors()
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
    let file = LatentTensors(words: container.metadata, tensors: container.tensors)
    let words = WeightsMetadata(words: container.metadata)
    try words.expect(format, for: "format")
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

/// The words and tensors of such a file.
struct LatentTensors {
  var words: [String: String] = [:]
  var tensors: [String: Safetensors.Tensor] = [:]

  /// Adds a network under a name: matrices as PyTorch has them, `[outputs, inputs]`.
  mutating func add(_ network: PartNetwork, as name: String) {
    words["\(name).architecture"] = WeightsMetadata.text(of: network.mlp.architecture)
    let own = NetworkTensors(
      of: network.mlp.architecture, parameters: network.parameters, frequencies: [])
    for (key, tensor) in own.tensors where key != "frequencies" {
      tensors["\(name).\(key)"] = tensor
    }
  }

  mutating func add(_ values: [Float], shape: [Int], as name: String) {
    tensors[name] = Safetensors.Tensor(shape: shape, values: values)
  }

  /// Reads a network, whose sizes have to be these.
  func network(
    _ name: String, inputs: Int, hidden: [Int], outputs: Int
  ) throws(WeightsError) -> PartNetwork {
    try network(name, of: MLP.Architecture(inputs: inputs, hidden: hidden, outputs: outputs))
  }

  func network(
    _ name: String, of architecture: MLP.Architecture
  ) throws(WeightsError) -> PartNetwork {
    let key = "\(name).architecture"
    let expected = WeightsMetadata.text(of: architecture)
    let said = words[key] ?? ""
    if said != expected { throw .badMetadata(key: key, text: said, expected: "'\(expected)'") }
    let own = tensors.filter { $0.key.hasPrefix(name + ".") }.map { key, tensor in
      (String(key.dropFirst(name.count + 1)), tensor)
    }
    let parameters = try NetworkTensors(tensors: Dictionary(own) { one, _ in one })
      .parameters(of: architecture)
    return PartNetwork(mlp: MLP(architecture), parameters: parameters)
  }

  func values(_ name: String, shape: [Int]) throws(WeightsError) -> [Float] {
    guard let tensor = tensors[name] else { throw .missingTensor(name) }
    guard tensor.shape == shape else {
      throw .badShape(tensor: name, shape: tensor.shape, expected: shape)
    }
    guard tensor.values.allSatisfy(\.isFinite) else { throw .notFinite(tensor: name) }
    return tensor.values
  }
}
