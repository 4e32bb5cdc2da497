import Foundation

/// What weight files of all kinds hold: the network, what it has learned, and words of their own.
extension TrainedNetwork {
  private static let version = "1"
  /// Begins the names of our kinds of files.
  static let family = "stipple"

  /// The network as a safetensors file.
  ///
  /// - Parameters:
  ///   - format: the kind of file.
  ///   - words: what only this kind of file says.
  func encoded(format: String, saying words: [String: String]) throws -> Data {
    let common = [
      "format": format, "version": Self.version,
      "activation": architecture.activation.id, "residual": "\(architecture.isResidual)",
      "architecture": WeightsMetadata.text(of: architecture),
      "layers": WeightsMetadata.layers(of: architecture),
      "data": data, "steps": "\(steps)", "seed": "\(seed)",
      "centre": "\(standardization.centre.x) \(standardization.centre.y)",
      "spread": "\(standardization.spread)",
    ]
    var metadata = common.merging(words) { $1 }
    if !frame.isIdentity { metadata.merge(WeightsMetadata.words(of: frame)) { $1 } }
    if !labels.isEmpty { metadata["labels"] = try WeightsMetadata.text(of: labels) }
    let tensors = NetworkTensors(
      of: architecture, parameters: parameters, frequencies: frequencies)
    return try Safetensors(metadata: metadata, tensors: tensors.tensors).encoded()
  }
}

extension TrainedNetwork {
  /// Reads a safetensors file.
  ///
  /// - Parameters:
  ///   - format: the kind of file that is expected.
  ///   - architecture: reads the sizes of a network that knows these labels.
  /// - Returns: the network, and all the file's words.
  static func decoded(
    _ data: Data, format: String,
    architecture: (WeightsMetadata, [String]) throws(WeightsError) -> MLP.Architecture
  ) throws(WeightsError) -> (network: TrainedNetwork, words: WeightsMetadata) {
    let file: Safetensors
    do { file = try Safetensors(decoding: data) } catch { throw .file(error) }
    let words = WeightsMetadata(words: file.metadata)
    try words.expect(format: format)
    try words.expect(version, for: "version")
    let labels = try words.labels()
    let architecture = try architecture(words, labels)
    let tensors = NetworkTensors(tensors: file.tensors).withoutPrefix
    let network = TrainedNetwork(
      architecture: architecture, standardization: try words.standardization(),
      frequencies: try tensors.frequencies(),
      parameters: try tensors.parameters(of: architecture), data: try words.text("data"),
      steps: try words.number("steps"), seed: try words.number("seed"), labels: labels,
      frame: try words.frame())
    return (network, words)
  }
}
