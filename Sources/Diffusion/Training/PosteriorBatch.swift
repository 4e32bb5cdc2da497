/// A batch whose members are asked for the posterior mean of the clean point given the noisy one,
/// under the empirical distribution of the batch itself (stable targets, Xu et al. 2023).
///
/// Of member i with noisy point `x = α cᵢ + σ nᵢ` the clean target is `Σⱼ wⱼ cⱼ`, with
/// `wⱼ ∝ exp(−|x − α cⱼ|² / 2σ²)` over the members j of its group that carry a label it is told of.
/// It needs no density, only samples; as groups grow it tends to the exact posterior mean, with a
/// bias that falls as one over their size. It has less variance than the point itself where noise
/// has made many points alike, and is the point itself where there is little noise.
struct PosteriorBatch: BatchSource {
  /// The largest group: the work grows with its size for every member.
  static let group = 256

  private struct Member {
    let level: NoiseLevel
    let features: SIMD4<Float>
    let noise: SIMD2<Float>
    let told: LabelSet
  }

  private let members: [Member]
  /// The clean points in standard units, filled up to a multiple of `MLP.padding`.
  private let clean: (x: [Float], y: [Float])
  /// For what members are told: 1 for every point that may be meant by it, 0 for all others.
  private let shares: [LabelSet: [Float]]
  private let labelCount: Int
  private let features: FeatureMap
  private let predicts: Parameterization
  private let kernels: Kernels

  var size: Int { members.count }

  /// The batch of the same draws as another.
  init(_ batch: TrainingBatch) {
    var members: [Member] = []
    var clean: (x: [Float], y: [Float]) = ([], [])
    var labels: [Int] = []
    var stream = batch.stream(ofShard: 0, of: 1)
    for first in stride(from: 0, to: batch.size, by: RandomBlock.capacity) {
      let block = first..<min(first + RandomBlock.capacity, batch.size)
      RandomBlock.withDraws(from: &stream, kernels: batch.kernels) { draws in
        for four in stride(from: 0, to: block.count, by: 4) {
          let levels = TrainingLevels(fourFrom: four, in: block, of: batch.size, draws)
          for row in four..<min(four + 4, block.count) {
            let made = batch.made(row, of: draws)
            clean.x.append(Float(made.clean.x))
            clean.y.append(Float(made.clean.y))
            if !batch.data.labels.isEmpty { labels.append(batch.label(row, of: draws)) }
            members.append(
              Member(
                level: levels.level(row - four), features: levels.features(row - four),
                noise: SIMD2<Float>(made.noise), told: batch.told(row, draws)))
          }
        }
      }
    }
    self.members = members
    self.clean = (Self.filled(clean.x), Self.filled(clean.y))
    shares = Dictionary(
      uniqueKeysWithValues: Set(members.map(\.told)).map { told in
        let counts = members.indices.map { told == .none || told.contains(labels[$0]) }
        return (told, Self.filled(counts.map { $0 ? 1 : 0 }))
      })
    labelCount = batch.data.labels.count
    features = batch.features
    predicts = batch.predicts
    kernels = batch.kernels
  }

  private static func filled(_ numbers: [Float]) -> [Float] {
    numbers + [Float](repeating: 0, count: MLP.padded(numbers.count) - numbers.count)
  }

  private func clean(_ index: Int) -> SIMD2<Float> { SIMD2(clean.x[index], clean.y[index]) }

  /// Everything is drawn already.
  func stream(ofShard shard: Int, of shards: Int) -> RandomStream { RandomStream(seed: 0) }

  func draw(
    _ range: Range<Int>, from stream: inout RandomStream, inputs: UnsafeMutablePointer<Float>,
    distance: Int, targets: UnsafeMutablePointer<SIMD2<Float>>
  ) {
    withUnsafeTemporaryAllocation(of: SIMD2<Float>.self, capacity: range.count) { points in
      guard let points = points.baseAddress else { return }
      for (row, index) in range.enumerated() {
        let member = members[index]
        let mean = posteriorMean(of: index)
        let (alpha, sigma) = (Float(member.level.alpha), Float(member.level.sigma))
        let own = clean(index)
        // The noise that leads from the mean to the same noisy point.
        let noise = member.noise + alpha / sigma * (own - mean)
        targets[row] = SIMD2<Float>(
          predicts.target(clean: Point(mean), noise: Point(noise), at: member.level))
        (points + row).initialize(to: FeatureMap.bounded(alpha * own + sigma * member.noise))
        let inputs = inputs + row * distance
        inputs.store(member.features, FeatureMap.level.lowerBound)
        if labelCount > 0 { member.told.write(among: labelCount, to: inputs + FeatureMap.count) }
      }
      features.write(
        points, count: range.count, to: inputs, distance: distance, kernels: kernels)
    }
  }
}

extension PosteriorBatch {
  /// The mean of a member's group, weighted by how probable it is that the member's noisy point was
  /// made of each.
  private func posteriorMean(of index: Int) -> SIMD2<Float> {
    let member = members[index]
    let start = index / Self.group * Self.group
    let count = MLP.padded(min(Self.group, size - start))
    guard let shares = shares[member.told] else { return clean(index) }
    return clean.x.withUnsafeBufferPointer { x in
      clean.y.withUnsafeBufferPointer { y in
        shares.withUnsafeBufferPointer { shares in
          guard let x = x.baseAddress, let y = y.baseAddress, let shares = shares.baseAddress
          else { return clean(index) }
          let origin = NoisyOrigin(
            count: count, x: x + start, y: y + start, shares: shares + start, own: clean(index),
            noise: member.noise, ratio: Float(member.level.alpha / member.level.sigma))
          return clean(index) - kernels.posteriorOffset(origin)
        }
      }
    }
  }
}
