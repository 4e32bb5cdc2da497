/// A network while it learns: its parameters, the optimizer's memory and the gradients of a batch.
///
/// A batch is summed in a fixed number of shards, each with its own gradients and scratch memory,
/// which the optimizer adds in order: the sums do not depend on which shard was ready first.
struct Learner: Sendable {
  /// What a step changes, and what going back to an earlier step restores.
  struct State: Sendable, Equatable {
    /// Four arrays of padded parameters: the parameters, the first and second moments of their
    /// gradients, and the moving average of the parameters.
    fileprivate var floats: AlignedFloats
    /// How many optimizer steps led here.
    fileprivate(set) var age = 0

    /// Whether every number in it is one.
    var isFinite: Bool { floats.isFinite }
  }

  static let shards = 4

  let mlp: MLP
  private(set) var state: State
  /// The transposed weights, then the gradients of the shards, then their scratch memory.
  private var workspace: AlignedFloats
  private let kernels: Kernels

  init(mlp: MLP, parameters: [Float], kernels: Kernels) {
    self.mlp = mlp
    self.kernels = kernels
    let padded = mlp.pad(parameters)
    let moments = [Float](repeating: 0, count: 2 * padded.count)
    state = State(floats: AlignedFloats(padded + moments + padded))
    workspace = AlignedFloats(
      zeros: mlp.transposedCount + Self.shards * (mlp.paddedCount + mlp.scratchCount))
    transposeWeights()
  }

  /// The moving average of the parameters in a state, without padding.
  func average(in state: State) -> [Float] {
    mlp.unpad(state.floats[3 * mlp.paddedCount..<4 * mlp.paddedCount])
  }

  /// Sets the gradients to those of the mean squared error of a batch.
  ///
  /// - Parameter team: who shares the work; the sums are the same whoever does.
  /// - Returns: the sum of the squared errors of both outputs over the samples.
  mutating func learn(from batch: some BatchSource, on team: WorkerTeam?) -> Double {
    let (mlp, kernels) = (mlp, kernels)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.shards) { sums in
      guard let sums = sums.baseAddress else { return 0 }
      sums.initialize(repeating: 0, count: Self.shards)
      let results = SharedMemory(sums)
      withMemory { memory in
        let pass = ShardPass(mlp: mlp, kernels: kernels, memory: memory, batch: batch)
        let work: @Sendable (Int) -> Void = { results.pointer[$0] = pass.run(shard: $0) }
        if let team { team.run(Self.shards, work) } else { (0..<Self.shards).forEach(work) }
      }
      return (0..<Self.shards).reduce(0) { $0 + sums[$1] }
    }
  }

  /// Moves the parameters against the gradients.
  ///
  /// - Parameter averageShare: what part of its way to the new parameters the moving average goes.
  mutating func advance(rate: Double, averageShare: Double) {
    state.age += 1
    let (mlp, kernels, age) = (mlp, kernels, state.age)
    withMemory { memory in
      kernels.optimize(
        OptimizerStep(
          count: mlp.paddedCount, parameters: memory.parameters.pointer,
          firstMoments: memory.parameters.pointer + mlp.paddedCount,
          secondMoments: memory.parameters.pointer + 2 * mlp.paddedCount,
          average: memory.parameters.pointer + 3 * mlp.paddedCount,
          gradients: UnsafePointer(memory.gradients.pointer), shards: Self.shards, age: age,
          rate: rate, averageShare: averageShare))
    }
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
  /// Where everything lies while the kernels work on it.
  struct Memory: Sendable {
    /// The parameters, their moments and their average; read only while a batch is summed.
    let parameters: SharedMemory<Float>
    let transposed: SharedMemory<Float>
    /// The gradients of the shards; each is written by whoever works on that shard.
    let gradients: SharedMemory<Float>
    /// The scratch memory of the shards, likewise.
    let scratch: SharedMemory<Float>
  }

  private mutating func withMemory<Result>(_ body: (Memory) -> Result) -> Result {
    let mlp = mlp
    return state.floats.withMutablePointer { state in
      workspace.withMutablePointer { workspace in
        let gradients = workspace + mlp.transposedCount
        return body(
          Memory(
            parameters: SharedMemory(state), transposed: SharedMemory(workspace),
            gradients: SharedMemory(gradients),
            scratch: SharedMemory(gradients + Learner.shards * mlp.paddedCount)))
      }
    }
  }
}
