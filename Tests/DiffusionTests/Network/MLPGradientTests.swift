import Testing

@testable import Diffusion

@Suite("Backward is the derivative of forward")
struct MLPGradientTests {
  private static let shapes = [
    MLP.Architecture(inputs: 7, hidden: [5, 19], outputs: 3),
    MLP.Architecture(inputs: 38, hidden: [1], outputs: 2),
    MLP.Architecture(inputs: 2, hidden: [33, 17, 4], outputs: 1),
    MLP.Architecture(inputs: 5, hidden: [9, 9, 9, 4], outputs: 2, isResidual: true),
    MLP.Architecture(inputs: 3, hidden: [8, 8], outputs: 2, activation: .gelu, isResidual: true),
    MLP.Architecture(inputs: 4, hidden: [4, 6], outputs: 2, activation: .gelu),
  ]

  @Test("for widths that fill no vector and blocks that are not full", arguments: shapes)
  func finiteDifferences(_ shape: MLP.Architecture) {
    for batch in [1, 3, 65] {
      var stream = Randomness(seed: 4).stream(.data, step: batch)
      let parameters = (0..<shape.parameterCount).map { _ in Float(stream.normalPoint().x / 2) }
      let inputs = (0..<batch).map { _ in (0..<shape.inputs).map { _ in stream.normalPoint().x } }
      let targets = (0..<batch).map { _ in (0..<shape.outputs).map { _ in stream.normalPoint().x } }
      let result = NetworkProbe(shape, parameters: parameters).run(
        inputs: inputs.map { $0.map { Float($0) } }, targets: targets.map { $0.map { Float($0) } })

      var plain = PlainNetwork(architecture: shape, parameters: parameters.map { Double($0) })
      #expect(
        relativeDistance(
          result.outputs.flatMap { $0 }, inputs.flatMap { plain.outputs(of: $0) }) < 1e-5)
      // Two dozen parameters, spread over all layers.
      let probed = Array(stride(from: 0, to: parameters.count, by: max(1, parameters.count / 24)))
      let slopes = probed.map { i in
        let value = plain.parameters[i]
        plain.parameters[i] = value + 1e-5
        let above = plain.loss(inputs: inputs, targets: targets)
        plain.parameters[i] = value - 1e-5
        let below = plain.loss(inputs: inputs, targets: targets)
        plain.parameters[i] = value
        return (above - below) / 2e-5
      }
      #expect(relativeDistance(probed.map { result.gradients[$0] }, slopes) < 1e-4)
    }
  }

  @Test("A block does not see what an earlier, fuller block left behind")
  func shrinkingBlocks() {
    let shape = MLP.Architecture(inputs: 3, hidden: [20, 5], outputs: 2)
    var stream = Randomness(seed: 5).stream(.data)
    let parameters = (0..<shape.parameterCount).map { _ in Float(stream.normalPoint().x) }
    let inputs = (0..<70).map { _ in (0..<3).map { _ in Float(stream.normalPoint().x) } }
    let targets = inputs.map { Array($0.prefix(2)) }
    let probe = NetworkProbe(shape, parameters: parameters)
    let together = probe.run(inputs: inputs, targets: targets)
    let apart = inputs.indices.map { i in probe.run(inputs: [inputs[i]], targets: [targets[i]]) }
    #expect(together.outputs == apart.flatMap(\.outputs))
    let mean = (0..<shape.parameterCount).map { i in
      apart.reduce(0.0) { $0 + Double($1.gradients[i]) } / 70
    }
    #expect(relativeDistance(together.gradients, mean) < 1e-5)
  }

  @Test("Padding and its removal lose nothing")
  func padding() {
    let mlp = MLP(MLP.Architecture(inputs: 5, hidden: [3, 17], outputs: 2))
    let parameters = (0..<mlp.architecture.parameterCount).map { Float($0 + 1) }
    let padded = mlp.pad(parameters)
    #expect(mlp.unpad(padded) == parameters)
    #expect(padded.filter { $0 != 0 } == parameters)
    #expect(padded.count == (5 + 1) * 16 + (3 + 1) * 32 + (17 + 1) * 16)
  }
}
