/// The way of one shard of a batch through the network and back, block by block.
struct ShardPass: Sendable {
  let mlp: MLP
  let features: FeatureMap
  let kernels: Kernels
  let memory: Learner.Memory
  let batch: TrainingBatch

  /// Sets the shard's gradients to those of `Σ error² / (2 · batch)` over its samples.
  ///
  /// - Returns: the sum of the squared errors.
  func run(shard: Int) -> Double {
    let block = BlockPass(
      mlp: mlp, features: features, kernels: kernels,
      parameters: UnsafePointer(memory.parameters.pointer),
      transposed: UnsafePointer(memory.transposed.pointer),
      gradients: memory.gradients.pointer + shard * mlp.paddedCount,
      scratch: memory.scratch.pointer + shard * mlp.scratchCount)
    block.gradients.update(repeating: 0, count: mlp.paddedCount)
    let members = batch.members(ofShard: shard, of: Learner.shards)
    var stream = batch.stream(ofShard: shard, of: Learner.shards)
    return withUnsafeTemporaryAllocation(of: Learner.Sample.self, capacity: MLP.blockSize) {
      samples in
      stride(from: members.lowerBound, to: members.upperBound, by: MLP.blockSize).reduce(0) {
        sum, first in
        let count = min(MLP.blockSize, members.upperBound - first)
        for row in 0..<count {
          samples.initializeElement(
            at: row, to: batch.sample(member: first + row, from: &stream))
        }
        return sum
          + block.run(UnsafeBufferPointer(rebasing: samples[..<count]), batch: batch.size)
      }
    }
  }
}
