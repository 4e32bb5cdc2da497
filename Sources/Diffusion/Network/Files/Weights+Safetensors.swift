import Foundation

extension Weights {
  private static let format = "stipple"
  private static let version = "1"

  /// What the inputs of the first layer are, for those who rebuild the network elsewhere.
  static let inputs =
    "p = (x - alpha centre) / r, r = sqrt(alpha^2 spread^2 + sigma^2),"
    + " l = clamp(ln(alpha^2 spread^2 / sigma^2), -8, 8); sin(p.f) for each row f of frequencies,"
    + " cos(p.f), 3 p, l/4, tanh(l/4), tanh(l-2), tanh(l+2)"

  /// The inputs after those, of a network that knows labels.
  private static let labelInputs =
    "; then for each of labels 2 where it is asked for and 0 where not, 0 for all to ask for none"

  /// The weights as a safetensors file.
  public func encoded() throws -> Data {
    let tensors = NetworkTensors(
      of: architecture, parameters: parameters, frequencies: frequencies)
    return try Safetensors(metadata: metadata(), tensors: tensors.tensors).encoded()
  }

  /// Reads weights from a safetensors file.
  public init(decoding data: Data) throws(WeightsError) {
    let file: Safetensors
    do { file = try Safetensors(decoding: data) } catch { throw .file(error) }
    let words = WeightsMetadata(words: file.metadata)
    try words.expect(Self.format, for: "format")
    try words.expect(Self.version, for: "version")
    let labels = try words.labels()
    let architecture = try words.architecture(labels: labels)
    let tensors = NetworkTensors(tensors: file.tensors)
    self.init(
      architecture: architecture, predicts: try words.parameterization(),
      standardization: try words.standardization(), frequencies: try tensors.frequencies(),
      parameters: try tensors.parameters(of: architecture), data: try words.text("data"),
      steps: try words.number("steps"), seed: try words.number("seed"), labels: labels)
  }

  private func metadata() throws -> [String: String] {
    var words = [
      "format": Self.format, "version": Self.version,
      "activation": architecture.activation.id, "residual": "\(architecture.isResidual)",
      "inputs": Self.inputs, "architecture": WeightsMetadata.text(of: architecture),
      "parameterization": predicts.id, "data": data, "steps": "\(steps)", "seed": "\(seed)",
      "centre": "\(standardization.centre.x) \(standardization.centre.y)",
      "spread": "\(standardization.spread)",
    ]
    if !labels.isEmpty {
      words["labels"] = try WeightsMetadata.text(of: labels)
      words["inputs"] = Self.inputs + Self.labelInputs
    }
    return words
  }
}
