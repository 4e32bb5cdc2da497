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

  struct Batch {
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

  /// An optimizer that the vectors have a run of.
  struct Run: Sendable, CustomTestStringConvertible {
    let file: String
    var decay = 0.0
    var longestGradient: Double?

    var testDescription: String { file }

    static let all = [
      Run(file: "adam5"), Run(file: "adamw5", decay: 0.01),
      Run(file: "adam5_clip", longestGradient: 0.087847),
    ]
  }

  @Test(
    "Weights after five steps of Adam, with decay, and with gradients cut to a length",
    .vectors(
      "07_gradients/weights.json", "07_gradients/batch.csv", "07_gradients/adam5.json",
      "07_gradients/adamw5.json", "07_gradients/adam5_clip.json"),
    arguments: InstructionSet.available, Run.all)
  func optimizers(_ instructions: InstructionSet, _ run: Run) throws {
    let reference = try Vectors.json("07_gradients/\(run.file).json", as: File.self).parameters
    let moved = try train(averageShare: 1, run, instructions)
    let start = try probe(instructions).parameters
    #expect(relativeDistance(moved.parameters, reference) < 1e-5)
    // Also relative to how far they moved, which is little.
    let movement = zip(reference, start).map { $0 - Double($1) }
    #expect(relativeDistance(zip(moved.parameters, start).map { $0 - $1 }, movement) < 1e-3)
    // Going all the way there ends within a rounding error.
    #expect(relativeDistance(moved.average, moved.parameters.map { Double($0) }) < 1e-7)
  }

  @Test(
    "Their moving average",
    .vectors(
      "07_gradients/weights.json", "07_gradients/batch.csv", "07_gradients/adam5_ema.json"),
    arguments: InstructionSet.available)
  func average(_ instructions: InstructionSet) throws {
    let reference = try Vectors.json("07_gradients/adam5_ema.json", as: File.self).parameters
    let moved = try train(averageShare: 0.01, Run.all[0], instructions)
    #expect(relativeDistance(moved.average, reference) < 1e-6)
  }

  /// Five steps at a rate of 0.002 on the whole batch.
  private func train(
    averageShare: Double, _ run: Run, _ instructions: InstructionSet
  ) throws -> (parameters: [Float], average: [Float]) {
    let start = try probe(instructions)
    var learner = Learner(
      mlp: start.mlp, parameters: start.parameters, kernels: Kernels(instructions))
    let batch = FixedBatch(try Batch())
    for _ in 1...5 {
      _ = learner.learn(from: batch, on: nil)
      learner.advance(
        by: Learner.Stride(
          rate: 0.002, averageShare: averageShare, decay: run.decay,
          longestGradient: run.longestGradient))
    }
    return (learner.parameters, learner.average(in: learner.state))
  }

  /// A batch that is the same at every step.
  private struct FixedBatch: BatchSource {
    let batch: Batch

    init(_ batch: Batch) { self.batch = batch }

    var size: Int { batch.targets.count }

    func stream(ofShard shard: Int, of shards: Int) -> RandomStream { RandomStream(seed: 1) }

    func draw(
      _ members: Range<Int>, from stream: inout RandomStream,
      inputs: UnsafeMutablePointer<Float>, distance: Int,
      targets: UnsafeMutablePointer<SIMD2<Float>>
    ) {
      for (row, member) in members.enumerated() {
        for (i, value) in batch.inputs[member].enumerated() { inputs[row * distance + i] = value }
        targets[row] = SIMD2(batch.targets[member][0], batch.targets[member][1])
      }
    }
  }
}
