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
  /// The clean points in standard units, four at a time; the last four may be filled up.
  private let clean: (x: [Lanes], y: [Lanes])
  /// The label of each; empty for a network that is told none.
  private let labels: [Int]
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
    (self.members, self.labels) = (members, labels)
    self.clean = (Self.lanes(clean.x), Self.lanes(clean.y))
    labelCount = batch.data.labels.count
    features = batch.features
    predicts = batch.predicts
    kernels = batch.kernels
  }

  private static func lanes(_ numbers: [Float]) -> [Lanes] {
    stride(from: 0, to: numbers.count, by: 4).map { first in
      var lanes = Lanes.zero
      for lane in 0..<min(4, numbers.count - first) { lanes[lane] = numbers[first + lane] }
      return lanes
    }
  }

  private func clean(_ index: Int) -> SIMD2<Float> {
    SIMD2(clean.x[index / 4][index % 4], clean.y[index / 4][index % 4])
  }

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
    let start = index / Self.group * Self.group
    let end = min(start + Self.group, size)
    let member = members[index]
    let own = clean(index)
    // In units of the noise, from the member's own point: exact where there is little of it.
    let ratio = Float(member.level.alpha / member.level.sigma)
    // The member itself weighs 1, and no other can weigh more than `exp(base)`.
    let base = (member.noise * member.noise).sum() / 2
    var (total, sumX, sumY) = (Lanes.zero, Lanes.zero, Lanes.zero)
    for four in start / 4..<(end + 3) / 4 {
      let (dx, dy) = (own.x - clean.x[four], own.y - clean.y[four])
      let (a, b) = (ratio * dx + member.noise.x, ratio * dy + member.noise.y)
      var weight = Elementary.exponential(base - (a * a + b * b) / 2)
      if member.told != .none || 4 * four + 4 > end {
        for lane in 0..<4 where !counts(4 * four + lane, before: end, for: member.told) {
          weight[lane] = 0
        }
      }
      total += weight
      sumX += weight * dx
      sumY += weight * dy
    }
    return own - SIMD2(sumX.sum(), sumY.sum()) / total.sum()
  }

  /// Whether a point may be what a member was made of, for all that is told of it.
  private func counts(_ index: Int, before end: Int, for told: LabelSet) -> Bool {
    index < end && (told == .none || told.contains(labels[index]))
  }
}
