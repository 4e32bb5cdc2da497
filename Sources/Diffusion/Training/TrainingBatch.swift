/// A batch yet to be drawn: every shard has a random stream of its own, and every member of the
/// batch its own stratum of noise levels.
struct TrainingBatch: Sendable {
  let data: TrainingData
  let predicts: Parameterization
  let seed: UInt64
  /// The number of the step it is for, from 1.
  let step: Int
  /// The number of samples.
  let size: Int

  func members(ofShard shard: Int, of shards: Int) -> Range<Int> {
    size * shard / shards..<size * (shard + 1) / shards
  }

  func stream(ofShard shard: Int, of shards: Int) -> RandomStream {
    Randomness(seed: seed).stream(.training, step: step * shards + shard)
  }

  /// Draws a member; those of a shard have to be drawn in order.
  func sample(member: Int, from stream: inout RandomStream) -> Learner.Sample {
    let stratum = (Double(member) + stream.uniform()) / Double(size)
    return data.sample(stratum: stratum, predicts: predicts, from: &stream)
  }
}
