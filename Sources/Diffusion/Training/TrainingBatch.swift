/// A batch of a training run: fresh draws of the data, every member with its own stratum of noise
/// levels.
struct TrainingBatch: BatchSource {
  let data: TrainingData
  let features: FeatureMap
  let predicts: Parameterization
  let target: TrainingTarget
  let kernels: Kernels
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
    for (row, member) in members.enumerated() {
      let stratum = (Double(member) + stream.uniform()) / Double(size)
      let sample = data.sample(
        stratum: stratum, predicts: predicts, target: target, from: &stream)
      features.write(
        sample.point, level: sample.level, to: inputs + row * distance, kernels: kernels)
      targets[row] = sample.target
    }
  }
}
