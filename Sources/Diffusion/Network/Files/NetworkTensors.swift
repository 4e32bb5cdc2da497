/// The numbers of a network as the tensors of a file: matrices as PyTorch has them,
/// `[outputs, inputs]`.
struct NetworkTensors {
  private(set) var tensors: [String: Safetensors.Tensor]

  /// The tensors of a file.
  init(tensors: [String: Safetensors.Tensor]) {
    self.tensors = tensors
  }

  init(
    of architecture: MLP.Architecture, parameters: [Float], frequencies: [SIMD2<Float>]
  ) {
    tensors = [
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
  }

  /// The same tensors, where all names have the same beginning, as wrappers such as PyTorch's
  /// `DataParallel` put before them, without it.
  var withoutPrefix: NetworkTensors {
    let ending = "frequencies"
    guard tensors[ending] == nil,
      let name = tensors.keys.first(where: { $0.hasSuffix("." + ending) })
    else { return self }
    let prefix = name.dropLast(ending.count)
    let pairs = tensors.filter { $0.key.hasPrefix(prefix) }.map { name, tensor in
      (String(name.dropFirst(prefix.count)), tensor)
    }
    return NetworkTensors(tensors: Dictionary(pairs) { one, _ in one })
  }

  /// The parameters of a network of these sizes.
  func parameters(of architecture: MLP.Architecture) throws(WeightsError) -> [Float] {
    var parameters: [Float] = []
    for (index, shape) in architecture.shapes.enumerated() {
      let weights = try values("layers.\(index).weight", shape: [shape.outputs, shape.inputs])
      parameters += Self.transposed(weights, rows: shape.outputs, columns: shape.inputs)
      parameters += try values("layers.\(index).bias", shape: [shape.outputs])
    }
    return parameters
  }

  /// The random projections of its feature map.
  func frequencies() throws(WeightsError) -> [SIMD2<Float>] {
    let values = try values("frequencies", shape: [FeatureMap.frequencyCount, 2])
    return stride(from: 0, to: values.count, by: 2).map { SIMD2(values[$0], values[$0 + 1]) }
  }

  private func values(_ name: String, shape: [Int]) throws(WeightsError) -> [Float] {
    guard let tensor = tensors[name] else { throw .missingTensor(name) }
    guard tensor.shape == shape else {
      throw .badShape(tensor: name, shape: tensor.shape, expected: shape)
    }
    guard tensor.values.allSatisfy(\.isFinite) else { throw .notFinite(tensor: name) }
    return tensor.values
  }

  private static func transposed(_ matrix: [Float], rows: Int, columns: Int) -> [Float] {
    (0..<columns).flatMap { column in (0..<rows).map { matrix[$0 * columns + column] } }
  }
}
