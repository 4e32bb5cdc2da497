/// The way of one shard of a batch through the network and back, block by block.
struct ShardPass<Source: BatchSource>: Sendable {
  let mlp: MLP
  let kernels: Kernels
  let memory: Learner.Memory
  let batch: Source
  let shards: Int

  /// Sets the shard's gradients to those of the batch's loss over its samples.
  ///
  /// - Returns: the sum of the samples' errors.
  func run(shard: Int) -> Double {
    let block = BlockPass(
      mlp: mlp, kernels: kernels,
      parameters: UnsafePointer(memory.parameters.pointer),
      transposed: UnsafePointer(memory.transposed.pointer),
      gradients: memory.gradients.pointer + shard * mlp.paddedCount,
      scratch: memory.scratch.pointer + shard * mlp.scratchCount)
    let members = batch.members(ofShard: shard, of: shards)
    var stream = batch.stream(ofShard: shard, of: shards)
    return withUnsafeTemporaryAllocation(of: Source.Target.self, capacity: MLP.blockSize) {
      targets in
      guard let targets = targets.baseAddress else { return 0 }
      targets.initialize(repeating: Source.noTarget, count: MLP.blockSize)
      return stride(from: members.lowerBound, to: members.upperBound, by: Source.blockSize)
        .reduce(0) { sum, first in
          let some = first..<min(first + Source.blockSize, members.upperBound)
          batch.draw(
            some, from: &stream, inputs: block.inputs, distance: mlp.layers[0].inputStride,
            targets: targets)
          return sum
            + batch.pass(
              block, rows: some.count, targets: targets, isFirst: first == members.lowerBound)
        }
    }
  }
}
