/// A network while it learns: its parameters, the optimizer's memory and the gradients of a batch.
///
/// A batch is summed in a fixed number of shards, each with its own gradients and scratch memory,
/// which the optimizer adds in order: the sums do not depend on which shard was ready first.
struct Learner: Sendable {
  /// One training example in canonical coordinates.
  struct Sample {
    var point: SIMD2<Float>
    /// The features of its noise level.
    var level: SIMD4<Float>
    /// What the network should answer.
    var target: SIMD2<Float>
  }

  /// What a step changes, and what going back to an earlier step restores.
  struct State: Sendable, Equatable {
    /// Four arrays of padded parameters: the parameters, the first and second moments of their
    /// gradients, and the moving average of the parameters.
    fileprivate var floats: [Float]
    /// How many optimizer steps led here.
    fileprivate(set) var age = 0

    /// Whether every number in it is one.
    var isFinite: Bool { floats.allSatisfy(\.isFinite) }
  }

  static let shards = 4

  let mlp: MLP
  let features: FeatureMap
  private(set) var state: State
  /// The transposed weights, then the gradients of the shards, then their scratch memory.
  private var workspace: [Float]
  private let kernels: Kernels

  init(mlp: MLP, features: FeatureMap, parameters: [Float], kernels: Kernels = .portable) {
    self.mlp = mlp
    self.features = features
    self.kernels = kernels
    let padded = mlp.pad(parameters)
    let moments = [Float](repeating: 0, count: 2 * padded.count)
    state = State(floats: padded + moments + padded)
    workspace = [Float](
      repeating: 0,
      count: mlp.transposedCount + Self.shards * (mlp.paddedCount + mlp.scratchCount))
    transposeWeights()
  }

  /// The moving average of the parameters in a state, without padding.
  func average(in state: State) -> [Float] {
    mlp.unpad(Array(state.floats[(3 * mlp.paddedCount)...]))
  }

  /// The parameters as the last step left them, without padding.
  var parameters: [Float] { mlp.unpad(Array(state.floats[..<mlp.paddedCount])) }

  /// The gradients of the batch so far, summed over the shards, without padding.
  var gradients: [Float] {
    let count = mlp.paddedCount
    return mlp.unpad(
      (0..<count).map { i in
        (0..<Self.shards).reduce(0) { $0 + workspace[mlp.transposedCount + $1 * count + i] }
      })
  }

  /// Starts a batch.
  mutating func clearGradients() {
    let count = Self.shards * mlp.paddedCount
    withMemory { $0.gradients.update(repeating: 0, count: count) }
  }

  /// Adds what the samples say to a shard's gradients of the mean squared error of a batch.
  ///
  /// - Returns: the sum of the squared errors of both outputs over the samples.
  mutating func learn(from samples: [Sample], shard: Int, batch: Int) -> Double {
    let pass = (mlp: mlp, features: features, kernels: kernels)
    return withMemory { memory in
      let shard = BlockPass(
        mlp: pass.mlp, features: pass.features, kernels: pass.kernels,
        parameters: UnsafePointer(memory.parameters),
        transposed: UnsafePointer(memory.transposed),
        gradients: memory.gradients + shard * pass.mlp.paddedCount,
        scratch: memory.scratch + shard * pass.mlp.scratchCount)
      return samples.withUnsafeBufferPointer { samples in
        stride(from: 0, to: samples.count, by: MLP.blockSize).reduce(0) { sum, first in
          let block = first..<min(first + MLP.blockSize, samples.count)
          return sum + shard.run(UnsafeBufferPointer(rebasing: samples[block]), batch: batch)
        }
      }
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
          count: mlp.paddedCount, parameters: memory.parameters,
          firstMoments: memory.firstMoments, secondMoments: memory.secondMoments,
          average: memory.average, gradients: UnsafePointer(memory.gradients),
          shards: Self.shards, age: age, rate: rate, averageShare: averageShare))
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
      mlp.transpose(UnsafePointer($0.parameters), into: $0.transposed, kernels: kernels)
    }
  }
}

extension Learner {
  /// Where everything lies while the kernels work on it.
  private struct Memory {
    let parameters: UnsafeMutablePointer<Float>
    let firstMoments: UnsafeMutablePointer<Float>
    let secondMoments: UnsafeMutablePointer<Float>
    let average: UnsafeMutablePointer<Float>
    let transposed: UnsafeMutablePointer<Float>
    let gradients: UnsafeMutablePointer<Float>
    let scratch: UnsafeMutablePointer<Float>

    init(
      mlp: MLP, state: UnsafeMutablePointer<Float>, workspace: UnsafeMutablePointer<Float>
    ) {
      let count = mlp.paddedCount
      parameters = state
      firstMoments = state + count
      secondMoments = state + 2 * count
      average = state + 3 * count
      transposed = workspace
      gradients = workspace + mlp.transposedCount
      scratch = gradients + Learner.shards * count
    }
  }

  private mutating func withMemory<Result>(_ body: (Memory) -> Result) -> Result {
    let mlp = mlp
    return state.floats.withUnsafeMutableBufferPointer { state in
      workspace.withUnsafeMutableBufferPointer { workspace in
        guard let state = state.baseAddress, let workspace = workspace.baseAddress else {
          preconditionFailure("a network has parameters")
        }
        return body(Memory(mlp: mlp, state: state, workspace: workspace))
      }
    }
  }
}
