/// The words and tensors of a file of several networks, each under a name.
struct PartTensors {
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
