/// A batch of a training run: fresh draws of the data, every member with its own stratum of noise
/// levels.
struct TrainingBatch: NoisyBatch {
  let data: TrainingData
  let features: FeatureMap
  let predicts: Parameterization
  let target: TrainingTarget
  /// How often a network that is told labels is told none.
  let labelDropout: Double
  let kernels: Kernels
  let seed: UInt64
  /// The number of the step it is for, from 1.
  let step: Int
  let size: Int

  func stream(ofShard shard: Int, of shards: Int) -> RandomStream {
    Randomness(seed: seed).stream(.training, step: step * shards + shard)
  }

  func make(
    _ row: Int, of draws: RandomBlock, at level: NoiseLevel, inputs: UnsafeMutablePointer<Float>,
    target: UnsafeMutablePointer<SIMD2<Float>>
  ) -> SIMD2<Float> {
    let told = told(row, draws)
    let example = example(row, draws, at: level, told: told)
    target.pointee = example.target
    tell(told, to: inputs)
    return example.point
  }

  private func example(
    _ row: Int, _ draws: RandomBlock, at level: NoiseLevel, told: LabelSet
  ) -> TrainingData.Example {
    let points = draws.points(row)
    return data.example(
      choice: draws.uniforms(row).second, normals: (Point(points.first), Point(points.second)),
      level: level, predicts: predicts, target: target, told: told)
  }

  /// The labels that the network is told with a sample.
  func told(_ row: Int, _ draws: RandomBlock) -> LabelSet {
    if data.labels.isEmpty { return .none }
    let (label, place) = data.label(ofChoice: draws.uniforms(row).second)
    return LabelSet.told(
      with: label, among: data.labels.count, place: place, dropout: labelDropout)
  }

  /// The clean point in standard units and the noise that were drawn for a member.
  func made(_ row: Int, of draws: RandomBlock) -> Estimate {
    let points = draws.points(row)
    return data.made(
      choice: draws.uniforms(row).second, normals: (Point(points.first), Point(points.second)))
  }

  /// The label of a member.
  func label(_ row: Int, of draws: RandomBlock) -> Int {
    data.label(ofChoice: draws.uniforms(row).second).label
  }

  private func tell(_ told: LabelSet, to row: UnsafeMutablePointer<Float>) {
    if data.labels.isEmpty { return }
    told.write(among: data.labels.count, to: row + FeatureMap.count)
  }
}
