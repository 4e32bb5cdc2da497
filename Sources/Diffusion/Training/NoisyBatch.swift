/// A batch of noisy points, every member with its own stratum of noise levels: what denoisers and
/// classifiers learn from.
protocol NoisyBatch: BatchSource {
  var features: FeatureMap { get }
  var kernels: Kernels { get }

  /// Makes a member of what was drawn for it.
  ///
  /// - Parameters:
  ///   - row: its number among the draws.
  ///   - inputs: what the network sees of it; labels that are told are written there.
  ///   - target: filled with what the network should answer.
  /// - Returns: the noisy point as the network sees it, still unbounded.
  func make(
    _ row: Int, of draws: RandomBlock, at level: NoiseLevel, inputs: UnsafeMutablePointer<Float>,
    target: UnsafeMutablePointer<Target>
  ) -> SIMD2<Float>
}

extension NoisyBatch {
  func draw(
    _ members: Range<Int>, from stream: inout RandomStream, inputs: UnsafeMutablePointer<Float>,
    distance: Int, targets: UnsafeMutablePointer<Target>
  ) {
    RandomBlock.withDraws(from: &stream, kernels: kernels) { draws in
      withUnsafeTemporaryAllocation(of: SIMD2<Float>.self, capacity: members.count) { points in
        guard let points = points.baseAddress else { return }
        for first in stride(from: 0, to: members.count, by: 4) {
          let levels = TrainingLevels(fourFrom: first, in: members, of: size, draws)
          for row in first..<min(first + 4, members.count) {
            let point = make(
              row, of: draws, at: levels.level(row - first), inputs: inputs + row * distance,
              target: targets + row)
            (points + row).initialize(to: FeatureMap.bounded(point))
            (inputs + row * distance).store(
              levels.features(row - first), FeatureMap.level.lowerBound)
          }
        }
        features.write(
          points, count: members.count, to: inputs, distance: distance, kernels: kernels)
      }
    }
  }
}
