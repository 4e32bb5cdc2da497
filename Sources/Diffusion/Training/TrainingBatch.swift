/// A batch of a training run: fresh draws of the data, every member with its own stratum of noise
/// levels.
struct TrainingBatch: BatchSource {
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

  func draw(
    _ members: Range<Int>, from stream: inout RandomStream, inputs: UnsafeMutablePointer<Float>,
    distance: Int, targets: UnsafeMutablePointer<SIMD2<Float>>
  ) {
    RandomBlock.withDraws(from: &stream, kernels: kernels) { draws in
      withUnsafeTemporaryAllocation(of: SIMD2<Float>.self, capacity: members.count) { points in
        guard let points = points.baseAddress else { return }
        for first in stride(from: 0, to: members.count, by: 4) {
          let levels = TrainingLevels(fourFrom: first, in: members, of: size, draws)
          for row in first..<min(first + 4, members.count) {
            let told = told(row, draws)
            let example = example(row, draws, at: levels.level(row - first), told: told)
            (points + row).initialize(to: FeatureMap.bounded(example.point))
            targets[row] = example.target
            (inputs + row * distance).store(
              levels.features(row - first), FeatureMap.level.lowerBound)
            tell(told, to: inputs + row * distance)
          }
        }
        features.write(
          points, count: members.count, to: inputs, distance: distance, kernels: kernels)
      }
    }
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
  private func told(_ row: Int, _ draws: RandomBlock) -> LabelSet {
    if data.labels.isEmpty { return .none }
    let (label, place) = data.label(ofChoice: draws.uniforms(row).second)
    return LabelSet.told(
      with: label, among: data.labels.count, place: place, dropout: labelDropout)
  }

  private func tell(_ told: LabelSet, to row: UnsafeMutablePointer<Float>) {
    if data.labels.isEmpty { return }
    let places = row + FeatureMap.count
    let value = LabelInput.value / Float(max(1, told.count))
    for index in data.labels.indices { places[index] = told.contains(index) ? value : 0 }
  }
}
