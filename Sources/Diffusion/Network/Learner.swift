/// A network while it learns: its parameters, the optimizer's memory and the gradients of a batch.
///
/// A batch is summed in shards, each with its own gradients and scratch memory, which the optimizer
/// adds in order: how many there are depends on the batch alone, and the sums do not depend on which
/// was ready first.
struct Learner: Sendable {
  /// What a step changes, and what going back to an earlier step restores.
  struct State: Sendable, Equatable {
    /// Four arrays of padded parameters: the parameters, the first and second moments of their
    /// gradients, and the average of the parameters; see `OptimizerStep`.
    fileprivate var floats: AlignedFloats
    /// How many optimizer steps led here since it last began afresh.
    fileprivate(set) var age = 0
    fileprivate(set) var optimizer: Optimizer

    /// Whether every number in it is one.
    var isFinite: Bool { floats.isFinite }

    var byteCount: Int { floats.byteCount }
  }

  /// How long the way of a step is.
  struct Stride {
    var rate: Double
    /// What part of its way to the new parameters the average goes.
    var averageShare: Double
    /// The decay of the parameters, in shares per unit of the rate.
    var decay = 0.0
    /// Gradients longer than this are shortened to it (Pascanu et al. 2013); nil to leave them.
    var longestGradient: Double?
  }

  private static let mostShards = 8

  let mlp: MLP
  private(set) var state: State
  private let pieces: [MLP.Piece]
  private var transposed: AlignedFloats
  /// The gradients of the shards, then their scratch memory.
  private var workspace = AlignedFloats(zeros: 0)
  private var shards = 0
  private let kernels: Kernels

  init(mlp: MLP, parameters: [Float], optimizer: Optimizer = .adam, kernels: Kernels) {
    self.mlp = mlp
    self.kernels = kernels
    pieces = mlp.pieces
    transposed = AlignedFloats(zeros: mlp.transposedCount)
    state = State(floats: AlignedFloats(zeros: 4 * mlp.paddedCount), optimizer: optimizer)
    prepare(forBatchOf: 1)
    begin(with: optimizer, at: mlp.pad(parameters))
  }

  /// The bytes of all arrays.
  var byteCount: Int { state.byteCount + transposed.byteCount + workspace.byteCount }

  /// The parameters, where gradients are taken, without padding.
  var parameters: [Float] { mlp.unpad(state.floats[0..<mlp.paddedCount]) }

  /// The same as they lie among the kernels, with padding.
  var paddedParameters: AlignedFloats { AlignedFloats(state.floats[0..<mlp.paddedCount]) }

  /// The average of the parameters in a state, without padding.
  func average(in state: State) -> [Float] { mlp.unpad(averageFloats(in: state)) }

  private func averageFloats(in state: State) -> [Float] {
    state.floats[3 * mlp.paddedCount..<4 * mlp.paddedCount]
  }

  /// Goes on from the answer there is with another optimizer, which begins its count of steps.
  mutating func change(to optimizer: Optimizer) {
    begin(with: optimizer, at: averageFloats(in: state))
  }

  private mutating func begin(with optimizer: Optimizer, at parameters: [Float]) {
    let zeros = [Float](repeating: 0, count: parameters.count)
    let first = optimizer == .adam ? zeros : parameters
    state = State(
      floats: AlignedFloats(parameters + first + zeros + parameters), optimizer: optimizer)
    transposeWeights()
  }

  /// Forgets what came after an earlier state.
  mutating func restore(_ earlier: State) {
    state = earlier
    transposeWeights()
  }

  private mutating func transposeWeights() {
    let (mlp, kernels) = (mlp, kernels)
    withMemory {
      mlp.transpose(
        UnsafePointer($0.parameters.pointer), into: $0.transposed.pointer, kernels: kernels)
    }
  }
}

extension Learner {
  /// Sets the gradients to those of the loss of a batch.
  ///
  /// - Parameter team: who shares the work; the sums are the same whoever does.
  /// - Returns: the sum of the samples' errors.
  mutating func learn(from batch: some BatchSource, on team: WorkerTeam?) -> Double {
    prepare(forBatchOf: batch.size)
    let (mlp, kernels, shards) = (mlp, kernels, shards)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: shards) { sums in
      guard let sums = sums.baseAddress else { return 0 }
      sums.initialize(repeating: 0, count: shards)
      let results = SharedMemory(sums)
      withMemory { memory in
        let pass = ShardPass(
          mlp: mlp, kernels: kernels, memory: memory, batch: batch, shards: shards)
        WorkerTeam.share(shards, on: team) { results.pointer[$0] = pass.run(shard: $0) }
      }
      return (0..<shards).reduce(0) { $0 + sums[$1] }
    }
  }

  /// Moves the parameters against the gradients.
  mutating func advance(by stride: Stride, on team: WorkerTeam? = nil) {
    state.age += 1
    let (mlp, kernels, shards, pieces) = (mlp, kernels, shards, pieces)
    let (optimizer, age) = (state.optimizer, state.age)
    withMemory { memory in
      // The length is known only when all shards have been added.
      let length = stride.longestGradient.map { _ in
        memory.gatherGradients(ofShards: shards, count: mlp.paddedCount, kernels: kernels)
      }
      let scale = length.flatMap { length in stride.longestGradient.map { min(1, $0 / length) } }
      let pace = OptimizerPace(
        optimizer, age: age, rate: stride.rate, averageShare: stride.averageShare,
        gradientScale: scale ?? 1, decay: stride.decay)
      WorkerTeam.share(pieces.count, on: team) { index in
        let piece = pieces[index]
        let step = memory.step(
          optimizer, pace, shards: length == nil ? shards : 1, count: mlp.paddedCount)
        kernels.optimize(step.part(piece.parameters))
        mlp.transpose(
          piece, of: UnsafePointer(memory.parameters.pointer), into: memory.transposed.pointer,
          kernels: kernels)
      }
    }
  }

  /// A shard for every block, up to a few: more would cost the optimizer more than they save.
  private mutating func prepare(forBatchOf size: Int) {
    let count = min(Self.mostShards, max(1, (size + MLP.blockSize - 1) / MLP.blockSize))
    if count == shards { return }
    shards = count
    workspace = AlignedFloats(zeros: count * (mlp.paddedCount + mlp.scratchCount))
  }

  private mutating func withMemory<Result>(_ body: (Memory) -> Result) -> Result {
    let (mlp, shards) = (mlp, shards)
    return state.floats.withMutablePointer { state in
      transposed.withMutablePointer { transposed in
        workspace.withMutablePointer { workspace in
          body(
            Memory(
              parameters: SharedMemory(state), transposed: SharedMemory(transposed),
              gradients: SharedMemory(workspace),
              scratch: SharedMemory(workspace + shards * mlp.paddedCount)))
        }
      }
    }
  }
}
