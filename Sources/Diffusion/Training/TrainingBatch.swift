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
    RandomBlock.withDraws(from: &stream, kernels: kernels) { draws in
      withUnsafeTemporaryAllocation(of: SIMD2<Float>.self, capacity: members.count) { points in
        guard let points = points.baseAddress else { return }
        for first in stride(from: 0, to: members.count, by: 4) {
          let levels = levels(ofFourFrom: first, in: members, draws)
          for row in first..<min(first + 4, members.count) {
            let example = example(row, draws, at: levels.level(row - first))
            (points + row).initialize(to: FeatureMap.bounded(example.point))
            targets[row] = example.target
            (inputs + row * distance).store(
              levels.features(row - first), FeatureMap.level.lowerBound)
          }
        }
        features.write(
          points, count: members.count, to: inputs, distance: distance, kernels: kernels)
      }
    }
  }

  private func levels(
    ofFourFrom first: Int, in members: Range<Int>, _ draws: RandomBlock
  ) -> TrainingLevels {
    var strata = SIMD4<Double>()
    for lane in 0..<4 {
      let member = Double(members.lowerBound + first + lane)
      let stratum = (member + draws.uniforms(first + lane).first) / Double(size)
      // Of members beyond the last one, which nobody looks at, any will do.
      strata[lane] = stratum < 1 ? stratum : 0.5
    }
    return TrainingLevels(strata: strata)
  }

  private func example(
    _ row: Int, _ draws: RandomBlock, at level: NoiseLevel
  ) -> TrainingData.Example {
    let points = draws.points(row)
    return data.example(
      choice: draws.uniforms(row).second, normals: (Point(points.first), Point(points.second)),
      level: level, predicts: predicts, target: target)
  }
}
