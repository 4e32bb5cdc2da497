import Foundation

/// Noisy points with the labels of the data in them, for a classifier to tell.
struct ClassifierBatch: NoisyBatch {
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

  func make(
    _ row: Int, of draws: RandomBlock, at level: NoiseLevel, inputs: UnsafeMutablePointer<Float>,
    target: UnsafeMutablePointer<Target>
  ) -> SIMD2<Float> {
    let (normals, choice) = (draws.points(row), draws.uniforms(row).second)
    target.pointee = Target(label: data.label(ofChoice: choice).label, alpha: Float(level.alpha))
    let made = data.made(choice: choice, normals: (Point(normals.first), Point(normals.second)))
    return SIMD2<Float>(made.renoised(to: level))
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
