/// Jumps of which a network learns the mean velocities.
struct FlowMapBatch: BatchSource {
  let objective: FlowMapObjective
  let data: TrainingData
  /// The ways that jumps lie on; nil for those of straight pairs.
  let teacher: TeacherWays?
  /// The network before the move.
  let student: FlowMapPredictor
  let earlier: FlowMapPredictor
  let seed: UInt64
  /// The number of the step it is for, from 1.
  let step: Int
  let size: Int

  func stream(ofShard shard: Int, of shards: Int) -> RandomStream {
    Randomness(seed: seed).stream(.training, step: step * shards + shard)
  }

  func draw(
    _ members: Range<Int>, from stream: inout RandomStream, inputs: UnsafeMutablePointer<Float>,
    distance: Int, targets: UnsafeMutablePointer<SIMD2<Float>>
  ) {
    var block = FlowMapBlock(
      members.count, from: data, teacher: teacher, student: student, earlier: earlier, step: step,
      stream: stream)
    objective.ask(&block)
    stream = block.stream
    FlowMapPredictor.write(
      block.starts[...], block.spans[...], student.features, to: inputs, distance: distance,
      kernels: student.kernels)
    for row in block.rows { targets[row] = block.targets[row] }
  }
}
