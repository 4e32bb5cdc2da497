import Foundation

/// A training workload that other programs are compared by; it exists to be timed.
///
/// The data is a ring of eight Gaussians of radius 2 and deviation 0.15, the schedule the linear one
/// of Ho et al. 2020, the answer the noise. Everything is drawn within the step, which ends with the
/// moving average of the weights.
public struct ReferenceTraining: Sendable {
  /// What is trained.
  public enum Workload: String, Sendable {
    /// A point and the sinusoidal embedding of one of 1000 timesteps, three SiLU layers, Adam.
    case reference
    /// The embeddings of both coordinates and of one of 50 timesteps, a GELU layer and three residual
    /// ones, AdamW with gradients of at most unit length: the shape that tutorials use.
    case tiny
  }

  private let workload: Workload
  private var learner: Learner
  private var batch: ReferenceBatch

  /// - Parameters:
  ///   - batch: the number of samples of a step.
  ///   - width: the width of the hidden layers.
  public init(
    _ workload: Workload = .reference, batch: Int, width: Int, seed: UInt64 = 1,
    instructions: InstructionSet = .best
  ) {
    self.workload = workload
    let kernels = Kernels(instructions)
    self.batch = ReferenceBatch(workload, size: batch, seed: seed, kernels: kernels)
    let architecture = workload.architecture(inputs: self.batch.inputs, width: width)
    var stream = Randomness(seed: seed).stream(.initialization)
    learner = Learner(
      mlp: MLP(architecture), parameters: Self.parameters(of: architecture, from: &stream),
      kernels: kernels)
  }

  /// Weights that keep the size of what passes, and biases of 0.
  static func parameters(
    of architecture: MLP.Architecture, from stream: inout RandomStream
  ) -> [Float] {
    architecture.shapes.flatMap { shape in
      let deviation = 1 / Double(shape.inputs).squareRoot()
      return (0..<shape.inputs * shape.outputs).map { _ in
        Float(deviation * stream.normalPoint().x)
      } + [Float](repeating: 0, count: shape.outputs)
    }
  }

  /// The multiplications and additions of a step's matrix products, with two for each pair; the
  /// gradient of the inputs is not needed.
  public var floatingPointOperations: Double {
    let shapes = learner.mlp.architecture.shapes
    let products = shapes.reduce(0) { $0 + 3 * $1.inputs * $1.outputs }
    return 2 * Double(batch.size * (products - shapes[0].inputs * shapes[0].outputs))
  }

  /// Draws a batch and moves the weights once.
  ///
  /// - Returns: the mean squared error before the move.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    batch.step += 1
    let sum = learner.learn(from: batch, on: team)
    learner.advance(by: workload.stride, on: team)
    return sum / Double(2 * batch.size)
  }
}

extension ReferenceTraining.Workload {
  fileprivate func architecture(inputs: Int, width: Int) -> MLP.Architecture {
    let hidden = [Int](repeating: width, count: self == .tiny ? 4 : 3)
    return MLP.Architecture(
      inputs: inputs, hidden: hidden, outputs: 2, activation: self == .tiny ? .gelu : .silu,
      isResidual: self == .tiny)
  }

  fileprivate var stride: Learner.Stride {
    switch self {
    case .reference: Learner.Stride(rate: 1e-3, averageShare: 1e-3)
    case .tiny:
      Learner.Stride(rate: 1e-3, averageShare: 1e-3, decay: 0.01, longestGradient: 1)
    }
  }
}
