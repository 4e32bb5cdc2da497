/// One of several networks that work together, as a value that can be asked.
public struct PartNetwork: Sendable, Equatable {
  let mlp: MLP
  /// The weights and biases, layer by layer.
  let parameters: [Float]
  private let padded: AlignedFloats

  init(mlp: MLP, parameters: [Float]) {
    self.mlp = mlp
    self.parameters = parameters
    padded = AlignedFloats(mlp.pad(parameters))
  }

  public static func == (one: Self, other: Self) -> Bool {
    one.mlp == other.mlp && one.parameters == other.parameters
  }

  var inputs: Int { mlp.architecture.inputs }
  var outputs: Int { mlp.architecture.outputs }

  /// What it answers to rows of inputs.
  ///
  /// - Parameter layer: the layer whose outputs are wanted; nil for the last one.
  func answers(to rows: [Float], ofLayer layer: Int? = nil) -> [Float] {
    let (mlp, kernels) = (mlp, Kernels(.best))
    let count = rows.count / inputs
    let asked = mlp.layers[layer ?? mlp.layers.count - 1]
    var scratch = AlignedFloats(zeros: mlp.scratchCount)
    var answers: [Float] = []
    answers.reserveCapacity(count * asked.outputs)
    scratch.withMutablePointer { scratch in
      padded.withPointer { parameters in
        for first in stride(from: 0, to: count, by: MLP.blockSize) {
          let size = min(MLP.blockSize, count - first)
          Rows(count: size, width: inputs, stride: mlp.layers[0].inputStride).write(
            Array(rows[first * inputs..<(first + size) * inputs]), to: scratch + mlp.layers[0].input
          )
          mlp.forward(
            parameters: parameters, scratch: scratch, rows: size, keepsSlopes: false,
            kernels: kernels)
          answers += Rows(count: size, width: asked.outputs, stride: asked.outputStride)
            .read(from: scratch + asked.output)
        }
      }
    }
    return answers
  }
}

/// Such a network while it learns.
struct PartLearner: Sendable {
  private var learner: Learner
  private(set) var steps = 0

  /// - Parameter lastScale: how large the first answers are; 0 for answers that begin as 0.
  init(
    inputs: Int, hidden: [Int], outputs: Int, lastScale: Double = 1, reachesInputs: Bool = false,
    from stream: inout RandomStream
  ) {
    self.init(
      MLP.Architecture(inputs: inputs, hidden: hidden, outputs: outputs), lastScale: lastScale,
      reachesInputs: reachesInputs, from: &stream)
  }

  init(
    _ architecture: MLP.Architecture, lastScale: Double, optimizer: Optimizer = .adam,
    reachesInputs: Bool = false, from stream: inout RandomStream
  ) {
    var parameters: [Float] = []
    for (index, shape) in architecture.shapes.enumerated() {
      let scale = index == architecture.shapes.count - 1 ? lastScale : 1.4
      let deviation = scale / Double(shape.inputs).squareRoot()
      let normals = stream.normalPoints((shape.inputs * shape.outputs + 1) / 2)
      parameters += normals.flatMap { [Float(deviation * $0.x), Float(deviation * $0.y)] }
        .prefix(shape.inputs * shape.outputs)
      parameters += [Float](repeating: 0, count: shape.outputs)
    }
    learner = Learner(
      mlp: MLP(architecture), parameters: parameters, optimizer: optimizer,
      reachesInputs: reachesInputs, kernels: Kernels(.best))
  }

  /// Goes on from what was learned.
  init(
    continuing network: PartNetwork, optimizer: Optimizer = .adam, reachesInputs: Bool = false
  ) {
    learner = Learner(
      mlp: network.mlp, parameters: network.parameters, optimizer: optimizer,
      reachesInputs: reachesInputs, kernels: Kernels(.best))
  }

  /// Goes on with another optimizer, which begins its count of steps.
  mutating func change(to optimizer: Optimizer) { learner.change(to: optimizer) }

  mutating func answers(to inputs: [Float], rows: Int) -> [Float] {
    learner.answers(to: inputs, rows: rows)
  }

  mutating func learn(from gradient: [Float], rows: Int, isFirst: Bool) -> [Float] {
    learner.learn(from: gradient, rows: rows, isFirst: isFirst)
  }

  /// The gradient with respect to the inputs of the latest answers; nothing is learned.
  mutating func pulledBack(_ gradient: [Float], rows: Int) -> [Float] {
    learner.pulledBack(gradient, rows: rows)
  }

  /// The gradient of the latest batch.
  var gradient: [Float] { mutating get { learner.gradient } }

  mutating func advance(rate: Double) {
    steps += 1
    learner.advance(
      by: Recipe.stride(
        atStep: learner.state.age + 1, of: learner.state.optimizer, highestRate: rate))
  }

  /// The weights where gradients are taken.
  var present: PartNetwork { PartNetwork(mlp: learner.mlp, parameters: learner.parameters) }

  /// The moving average of the weights: what to ask.
  var network: PartNetwork {
    PartNetwork(mlp: learner.mlp, parameters: learner.average(in: learner.state))
  }
}
