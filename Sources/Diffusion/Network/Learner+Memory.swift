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

    /// A step over all parameters, `count` of them.
    func step(
      _ optimizer: Optimizer, _ pace: OptimizerPace, shards: Int, count: Int
    ) -> OptimizerStep {
      let parameters = parameters.pointer
      return OptimizerStep(
        optimizer: optimizer, count: count, parameters: parameters,
        firstMoments: parameters + count, secondMoments: parameters + 2 * count,
        average: parameters + 3 * count, gradients: UnsafePointer(gradients.pointer),
        shards: shards, gradientDistance: count, pace: pace)
    }

    /// Adds the gradients of all shards to those of the first.
    ///
    /// - Returns: the length of the sum; above 0, so that it can be divided by.
    func gatherGradients(ofShards shards: Int, count: Int, kernels: Kernels) -> Double {
      let first = gradients.pointer
      if shards > 1 {
        kernels.addRows(UnsafePointer(first + count), shards - 1, count, count, first)
      }
      let squared = Double(kernels.squaredNorm(UnsafePointer(first), count))
      return max(squared.squareRoot(), .leastNormalMagnitude)
    }
  }
}
