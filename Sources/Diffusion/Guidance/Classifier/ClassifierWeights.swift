import Foundation

/// What a classifier of noisy points has learned, as a value.
///
/// The logarithm of a label's odds is that of its share of the data, and the share of data in the
/// point times an output of the network: where nothing but noise is left the shares are the answer.
public struct ClassifierWeights: Sendable, Equatable {
  /// The sizes of the layers; an output for each label.
  public let architecture: MLP.Architecture
  public let standardization: Standardization
  /// The fixed random projections of the feature map, in radians per unit.
  public let frequencies: [SIMD2<Float>]
  /// As those of `Weights`.
  public let parameters: [Float]
  public let labels: [String]
  /// The label's shares of the data, positive.
  public let shares: [Double]
  /// What was learned, in words.
  public let data: String
  public let steps: Int
  public let seed: UInt64
}

extension ClassifierWeights {
  private static let format = "stipple-classifier"
  private static let version = "1"

  private static let outputs =
    "p(label) = softmax of ln(share) + a output, a = alpha spread / r"

  /// The weights as a safetensors file.
  public func encoded() throws -> Data {
    let tensors = NetworkTensors(
      of: architecture, parameters: parameters, frequencies: frequencies)
    let words = [
      "format": Self.format, "version": Self.version,
      "activation": architecture.activation.id, "residual": "\(architecture.isResidual)",
      "inputs": Weights.inputs, "outputs": Self.outputs,
      "architecture": WeightsMetadata.text(of: architecture),
      "labels": try WeightsMetadata.text(of: labels),
      "shares": shares.map { "\($0)" }.joined(separator: " "),
      "data": data, "steps": "\(steps)", "seed": "\(seed)",
      "centre": "\(standardization.centre.x) \(standardization.centre.y)",
      "spread": "\(standardization.spread)",
    ]
    return try Safetensors(metadata: words, tensors: tensors.tensors).encoded()
  }

  /// Reads weights from a safetensors file.
  public init(decoding data: Data) throws(WeightsError) {
    let file: Safetensors
    do { file = try Safetensors(decoding: data) } catch { throw .file(error) }
    let words = WeightsMetadata(words: file.metadata)
    try words.expect(Self.format, for: "format")
    try words.expect(Self.version, for: "version")
    let labels = try words.labels()
    let architecture = try words.classifierArchitecture(labels: labels)
    let tensors = NetworkTensors(tensors: file.tensors)
    self.init(
      architecture: architecture, standardization: try words.standardization(),
      frequencies: try tensors.frequencies(),
      parameters: try tensors.parameters(of: architecture), labels: labels,
      shares: try words.numbers("shares", count: labels.count, range: 1e-300...1),
      data: try words.text("data"), steps: try words.number("steps"),
      seed: try words.number("seed"))
  }
}
