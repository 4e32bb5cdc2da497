import Foundation

/// Noisy points with the labels of the data in them, for a classifier to tell.
struct ClassifierBatch: BatchSource {
  /// The label of a point, and the share of data in it.
  struct Target: Sendable {
    let label: Int
    let alpha: Float
  }

  static let noTarget = Target(label: 0, alpha: 0)

  let data: TrainingData
  let features: FeatureMap
  /// The logarithms of the labels' shares.
  let logShares: [Float]
  let kernels: Kernels
  let seed: UInt64
  /// The number of the step it is for, from 1.
  let step: Int
  let size: Int

  func stream(ofShard shard: Int, of shards: Int) -> RandomStream {
    Randomness(seed: seed).stream(.classifier, step: step * shards + shard)
  }

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
            let level = levels.level(row - first)
            let normals = draws.points(row)
            let choice = draws.uniforms(row).second
            let made = data.made(
              choice: choice, normals: (Point(normals.first), Point(normals.second)))
            (points + row).initialize(
              to: FeatureMap.bounded(SIMD2<Float>(made.renoised(to: level))))
            targets[row] = Target(
              label: data.label(ofChoice: choice).label, alpha: Float(level.alpha))
            (inputs + row * distance).store(
              levels.features(row - first), FeatureMap.level.lowerBound)
          }
        }
        features.write(
          points, count: members.count, to: inputs, distance: distance, kernels: kernels)
      }
    }
  }

  /// The cross entropy, in nats.
  func compare(
    _ output: UnsafePointer<Float>, with target: Target, gradient: UnsafeMutablePointer<Float>
  ) -> Double {
    var peak = -Float.infinity
    for (label, logShare) in logShares.enumerated() {
      gradient[label] = logShare + target.alpha * output[label]
      peak = max(peak, gradient[label])
    }
    let own = gradient[target.label]
    var total: Float = 0
    for label in logShares.indices {
      gradient[label] = exp(gradient[label] - peak)
      total += gradient[label]
    }
    for label in logShares.indices {
      let error = gradient[label] / total - (label == target.label ? 1 : 0)
      gradient[label] = target.alpha * error / Float(size)
    }
    return Double(log(total) + peak - own)
  }
}
