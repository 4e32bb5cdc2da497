/// Data at noise levels, and where short Langevin chains of the network itself lead from there: contrastive
/// divergence (Hinton 2002). Neighbours are a point of the data and the end of its chain.
struct ContrastiveBatch: BatchSource {
  /// By what a sample's output counts.
  typealias Target = Float

  static let noTarget: Float = 0

  let data: TrainingData
  /// The network before the move.
  let student: EnergyPredictor
  let features: FeatureMap
  let kernels: Kernels
  let seed: UInt64
  /// The number of the step it is for, from 1.
  let step: Int
  /// Twice as many as there are points of the data.
  let size: Int

  /// Neighbours stay together.
  func members(ofShard shard: Int, of shards: Int) -> Range<Int> {
    let pairs = size / 2
    return 2 * (pairs * shard / shards)..<2 * (pairs * (shard + 1) / shards)
  }

  func stream(ofShard shard: Int, of shards: Int) -> RandomStream {
    Randomness(seed: seed).stream(.training, step: step * shards + shard)
  }

  /// A point on its chain.
  private struct Link {
    var point: SIMD2<Float>
    let level: NoiseLevel
    let features: SIMD4<Float>
  }

  func draw(
    _ members: Range<Int>, from stream: inout RandomStream, inputs: UnsafeMutablePointer<Float>,
    distance: Int, targets: UnsafeMutablePointer<Float>
  ) {
    var chains: [Link] = []
    for member in members where member.isMultiple(of: 2) {
      let share = (Double(member / 2) + stream.uniform()) / Double(size / 2)
      let levels = TrainingLevels(strata: SIMD4(repeating: share))
      let made = data.made(
        choice: stream.uniform(), normals: (stream.normalPoint(), stream.normalPoint()))
      chains.append(
        Link(
          point: SIMD2<Float>(made.renoised(to: levels.level(0))), level: levels.level(0),
          features: levels.features(0)))
    }
    let starts = chains
    for _ in 0..<ContrastiveDivergence.chainLength { walk(&chains, stream: &stream) }
    for (index, (start, end)) in zip(starts, chains).enumerated() {
      // Chains are as short as the noise, so that the difference over their length is a gradient.
      let weight = Float(ContrastiveDivergence.weight / start.level.sigma)
      for (row, link, sign) in [(2 * index, start, Float(1)), (2 * index + 1, end, -1)] {
        (inputs + row * distance).store(link.features, FeatureMap.level.lowerBound)
        targets[row] = sign * weight
      }
    }
    let points = zip(starts, chains).flatMap { [$0.point, $1.point] }
      .map(FeatureMap.bounded)
    points.withUnsafeBufferPointer { points in
      guard let start = points.baseAddress else { return }
      features.write(start, count: points.count, to: inputs, distance: distance, kernels: kernels)
    }
  }

  private func walk(_ chains: inout [Link], stream: inout RandomStream) {
    let answers = student.answers(to: chains.map(\.point)) { chains[$0].features }
    for (index, answer) in answers.enumerated() {
      let (alpha, sigma) = (Float(chains[index].level.alpha), Float(chains[index].level.sigma))
      let pull = sigma * chains[index].point + alpha * answer.gradient
      let noise = SIMD2<Float>(stream.normalPoint())
      let ratio = Float(ContrastiveDivergence.ratio)
      chains[index].point += ratio * sigma * (Float(2).squareRoot() * noise - ratio * pull)
    }
  }

  func compare(
    _ output: UnsafePointer<Float>, with target: Float, gradient: UnsafeMutablePointer<Float>
  ) -> Double {
    gradient[0] = target / Float(size / 2)
    return Double(target * output[0])
  }
}
