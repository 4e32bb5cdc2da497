import Testing

@testable import Diffusion

@Suite("The network agrees with PyTorch")
struct MLPVectorsTests {
  private struct File: Decodable {
    struct Layer: Decodable {
      /// A row of inputs for each output.
      let weights: [[Double]]
      let biases: [Double]

      private enum CodingKeys: String, CodingKey {
        case weights = "W"
        case biases = "b"
      }

      /// The weights as rows of outputs, then the biases.
      var parameters: [Double] {
        (0..<(weights.first?.count ?? 0)).flatMap { i in weights.map { $0[i] } } + biases
      }
    }

    let layers: [Layer]
    let loss: Double?
    let output: [[Double]]?

    var parameters: [Double] { layers.flatMap(\.parameters) }
  }

  private struct Batch {
    let inputs: [[Float]]
    let targets: [[Float]]

    init() throws {
      let table = try Vectors.table("07_gradients/batch.csv")
      let names = ["xt_x", "xt_y"] + (0..<16).map { "emb\($0)" }
      let columns = try names.map { try table.numbers($0) }
      let wanted = try table.points("eps_x", "eps_y")
      inputs = wanted.indices.map { row in columns.map { Float($0[row]) } }
      targets = wanted.map { [Float($0.x), Float($0.y)] }
    }
  }

  private func probe(_ instructions: InstructionSet) throws -> NetworkProbe {
    let weights = try Vectors.json("07_gradients/weights.json", as: File.self)
    return NetworkProbe(
      MLP.Architecture(inputs: 18, hidden: [32, 32, 32], outputs: 2),
      parameters: weights.parameters.map { Float($0) }, kernels: Kernels(instructions))
  }

  @Test(
    "Outputs, loss and every layer's gradients",
    .vectors(
      "07_gradients/weights.json", "07_gradients/batch.csv", "07_gradients/grads.json"),
    arguments: InstructionSet.available)
  func gradients(_ instructions: InstructionSet) throws {
    let reference = try Vectors.json("07_gradients/grads.json", as: File.self)
    let batch = try Batch()
    let result = try probe(instructions).run(inputs: batch.inputs, targets: batch.targets)
    #expect(deviation(result.loss, try #require(reference.loss)) < 1e-6)
    #expect(
      relativeDistance(result.outputs.flatMap { $0 }, try #require(reference.output).flatMap { $0 })
        < 1e-5)
    var offset = 0
    for layer in reference.layers {
      let end = offset + layer.parameters.count
      #expect(relativeDistance(Array(result.gradients[offset..<end]), layer.parameters) < 1e-5)
      offset = end
    }
  }

  @Test(
    "Weights after five steps of Adam",
    .vectors(
      "07_gradients/weights.json", "07_gradients/batch.csv", "07_gradients/adam5.json"),
    arguments: InstructionSet.available)
  func adam(_ instructions: InstructionSet) throws {
    let reference = try Vectors.json("07_gradients/adam5.json", as: File.self).parameters
    let moved = try train(averageShare: 1, instructions)
    let start = try probe(instructions).parameters
    #expect(relativeDistance(moved.parameters, reference) < 1e-5)
    // Also relative to how far they moved, which is little.
    let movement = zip(reference, start).map { $0 - Double($1) }
    #expect(relativeDistance(zip(moved.parameters, start).map { $0 - $1 }, movement) < 1e-3)
    #expect(moved.average == moved.parameters)
  }

  @Test(
    "Their moving average",
    .vectors(
      "07_gradients/weights.json", "07_gradients/batch.csv", "07_gradients/adam5_ema.json"),
    arguments: InstructionSet.available)
  func average(_ instructions: InstructionSet) throws {
    let reference = try Vectors.json("07_gradients/adam5_ema.json", as: File.self).parameters
    #expect(relativeDistance(try train(averageShare: 0.01, instructions).average, reference) < 1e-6)
  }

  /// Five steps at a rate of 0.002 on the whole batch.
  private func train(
    averageShare: Double, _ instructions: InstructionSet
  ) throws -> (parameters: [Float], average: [Float]) {
    let batch = try Batch()
    var probe = try probe(instructions)
    var parameters = probe.mlp.pad(probe.parameters)
    var average = parameters
    var first = [Float](repeating: 0, count: parameters.count)
    var second = first
    for age in 1...5 {
      let result = probe.run(inputs: batch.inputs, targets: batch.targets)
      // Halves in two shards, to see them summed.
      let half = probe.mlp.pad(result.gradients.map { $0 / 2 })
      optimize(
        &parameters, &first, &second, &average, gradients: half + half, age: age,
        averageShare: averageShare, kernels: probe.kernels)
      probe.parameters = probe.mlp.unpad(parameters)
    }
    return (probe.parameters, probe.mlp.unpad(average))
  }

  private func optimize(
    _ parameters: UnsafeMutablePointer<Float>, _ first: UnsafeMutablePointer<Float>,
    _ second: UnsafeMutablePointer<Float>, _ average: UnsafeMutablePointer<Float>,
    gradients: [Float], age: Int, averageShare: Double, kernels: Kernels
  ) {
    gradients.withUnsafeBufferPointer { gradients in
      guard let base = gradients.baseAddress else { return }
      kernels.optimize(
        OptimizerStep(
          count: gradients.count / 2, parameters: parameters, firstMoments: first,
          secondMoments: second, average: average, gradients: base, shards: 2, age: age,
          rate: 0.002, averageShare: averageShare))
    }
  }
}
