import Foundation

extension Weights {
  private static let format = "stipple"
  private static let version = "1"

  /// What the inputs of the first layer are, for those who rebuild the network elsewhere.
  private static let inputs =
    "p = (x - alpha centre) / r, r = sqrt(alpha^2 spread^2 + sigma^2),"
    + " l = clamp(ln(alpha^2 spread^2 / sigma^2), -8, 8); sin(p.f) for each row f of frequencies,"
    + " cos(p.f), 3 p, l/4, tanh(l/4), tanh(l-2), tanh(l+2)"

  /// The weights as a safetensors file: matrices as PyTorch has them, `[outputs, inputs]`.
  public func encoded() throws -> Data {
    var tensors = [
      "frequencies": Safetensors.Tensor(
        shape: [frequencies.count, 2], values: frequencies.flatMap { [$0.x, $0.y] })
    ]
    var offset = 0
    for (index, shape) in architecture.shapes.enumerated() {
      let count = shape.inputs * shape.outputs
      let weights = Self.transposed(
        Array(parameters[offset..<offset + count]), rows: shape.inputs, columns: shape.outputs)
      tensors["layers.\(index).weight"] = Safetensors.Tensor(
        shape: [shape.outputs, shape.inputs], values: weights)
      let biases = parameters[offset + count..<offset + count + shape.outputs]
      tensors["layers.\(index).bias"] = Safetensors.Tensor(
        shape: [shape.outputs], values: Array(biases))
      offset += count + shape.outputs
    }
    return try Safetensors(metadata: metadata, tensors: tensors).encoded()
  }

  /// Reads weights from a safetensors file.
  public init(decoding data: Data) throws(WeightsError) {
    let file: Safetensors
    do { file = try Safetensors(decoding: data) } catch { throw .file(error) }
    let words = WeightsMetadata(words: file.metadata)
    try words.expect(Self.format, for: "format")
    try words.expect(Self.version, for: "version")
    let architecture = try words.architecture()
    let tensors = WeightsTensors(tensors: file.tensors)
    let frequencies = try tensors.values("frequencies", shape: [FeatureMap.frequencyCount, 2])
    var parameters: [Float] = []
    for (index, shape) in architecture.shapes.enumerated() {
      let weights = try tensors.values(
        "layers.\(index).weight", shape: [shape.outputs, shape.inputs])
      parameters += Self.transposed(weights, rows: shape.outputs, columns: shape.inputs)
      parameters += try tensors.values("layers.\(index).bias", shape: [shape.outputs])
    }
    self.init(
      architecture: architecture, predicts: try words.parameterization(),
      standardization: try words.standardization(),
      frequencies: stride(from: 0, to: frequencies.count, by: 2).map {
        SIMD2(frequencies[$0], frequencies[$0 + 1])
      },
      parameters: parameters, data: try words.text("data"), steps: try words.number("steps"),
      seed: try words.number("seed"))
  }

  private var metadata: [String: String] {
    [
      "format": Self.format, "version": Self.version,
      "activation": architecture.activation.id, "residual": "\(architecture.isResidual)",
      "inputs": Self.inputs, "architecture": WeightsMetadata.text(of: architecture),
      "parameterization": predicts.id, "data": data, "steps": "\(steps)", "seed": "\(seed)",
      "centre": "\(standardization.centre.x) \(standardization.centre.y)",
      "spread": "\(standardization.spread)",
    ]
  }

  private static func transposed(_ matrix: [Float], rows: Int, columns: Int) -> [Float] {
    (0..<columns).flatMap { column in (0..<rows).map { matrix[$0 * columns + column] } }
  }
}

/// The tensors of a weight file, asked for by name and shape.
private struct WeightsTensors {
  let tensors: [String: Safetensors.Tensor]

  func values(_ name: String, shape: [Int]) throws(WeightsError) -> [Float] {
    guard let tensor = tensors[name] else { throw .missingTensor(name) }
    guard tensor.shape == shape else {
      throw .badShape(tensor: name, shape: tensor.shape, expected: shape)
    }
    guard tensor.values.allSatisfy(\.isFinite) else { throw .notFinite(tensor: name) }
    return tensor.values
  }
}
