import Foundation

/// Data at noise levels, and where two kinds of moves of the network itself lead from there: contrastive
/// divergence (Hinton 2002). Three neighbours are a point of the data, the end of its short Langevin chain,
/// and the point that it would change places with.
///
/// Short chains stay in their valley, and never tell how much of everything lies in each. So points x and y
/// of two levels, a pair, may also change places, as replicas do (Swendsen and Wang 1986): by Barker's rule
/// with the probability `1 / (1 + exp(Δ))`, Δ by how much both together would lie higher. What that
/// contributes in the mean needs no draw: it is the gradient of `ln(1 + exp(-Δ))`, which tells data from
/// exchanged data. Where noise joins the valleys chains find out how deep they are, and exchanges carry that
/// down from level to level.
struct ContrastiveBatch: BatchSource {
  /// By what a sample's output counts.
  typealias Target = Float

  static let noTarget: Float = 0

  /// Ten pairs of points, three samples for each.
  static let blockSize = 60

  let data: TrainingData
  /// The network before the move.
  let student: EnergyPredictor
  let features: FeatureMap
  let kernels: Kernels
  let seed: UInt64
  /// The number of the step it is for, from 1.
  let step: Int
  /// How many points of the data there are.
  let points: Int

  var size: Int { 3 * points }

  /// Pairs stay together.
  func members(ofShard shard: Int, of shards: Int) -> Range<Int> {
    func first(_ shard: Int) -> Int {
      shard == shards ? points : 2 * (points * shard / shards / 2)
    }
    return 3 * first(shard)..<3 * first(shard + 1)
  }

  func stream(ofShard shard: Int, of shards: Int) -> RandomStream {
    Randomness(seed: seed).stream(.training, step: step * shards + shard)
  }

  /// A point at a level.
  private struct Link {
    var point: SIMD2<Float>
    let level: NoiseLevel
    let features: SIMD4<Float>

    /// The energy of a point at its level where the network answers f.
    func energy(of point: SIMD2<Float>, _ value: Float) -> Double {
      let square = Double((point * point).sum())
      return square / 2 + level.alpha / level.sigma * Double(value)
    }
  }

  func draw(
    _ members: Range<Int>, from stream: inout RandomStream, inputs: UnsafeMutablePointer<Float>,
    distance: Int, targets: UnsafeMutablePointer<Float>
  ) {
    let starts = starts(members.lowerBound / 3..<members.upperBound / 3, from: &stream)
    var chains = starts
    for _ in 0..<ContrastiveDivergence.chainLength { walk(&chains, stream: &stream) }
    let exchanged = starts.indices.map { index -> SIMD2<Float> in
      let other = index ^ 1
      return other < starts.count ? starts[other].point : starts[index].point
    }
    let weights = exchangeWeights(starts, exchanged)
    for (index, start) in starts.enumerated() {
      // Chains are as short as the noise, so that the difference over their length is a gradient.
      let chain = Float(ContrastiveDivergence.weight / start.level.sigma)
      for (row, sign) in [chain + weights[index], -chain, -weights[index]].enumerated() {
        (inputs + (3 * index + row) * distance).store(start.features, FeatureMap.level.lowerBound)
        targets[3 * index + row] = sign
      }
    }
    let points = starts.indices.flatMap {
      [starts[$0].point, chains[$0].point, exchanged[$0]]
    }.map(FeatureMap.bounded)
    points.withUnsafeBufferPointer { points in
      guard let start = points.baseAddress else { return }
      features.write(start, count: points.count, to: inputs, distance: distance, kernels: kernels)
    }
  }

  /// Points of the data at levels: those of a pair a part of all levels apart.
  private func starts(_ numbers: Range<Int>, from stream: inout RandomStream) -> [Link] {
    var links: [Link] = []
    var share = 0.0
    for number in numbers {
      if number.isMultiple(of: 2) {
        share = (Double(number / 2) + stream.uniform()) / Double((points + 1) / 2)
      } else {
        share += ContrastiveDivergence.farthest * stream.uniform()
        if share >= 1 { share -= 1 }
      }
      let levels = TrainingLevels(strata: SIMD4(repeating: min(max(share, 1e-9), 1 - 1e-9)))
      let made = data.made(
        choice: stream.uniform(), normals: (stream.normalPoint(), stream.normalPoint()))
      links.append(
        Link(
          point: SIMD2<Float>(made.renoised(to: levels.level(0))), level: levels.level(0),
          features: levels.features(0)))
    }
    return links
  }

  /// What the outputs at points of pairs count: how likely they change places, times what energies are of
  /// outputs, times the less noise of both.
  private func exchangeWeights(_ starts: [Link], _ exchanged: [SIMD2<Float>]) -> [Float] {
    let own = student.answers(to: starts.map(\.point)) { starts[$0].features }
    let other = student.answers(to: exchanged) { starts[$0].features }
    let rises = starts.indices.map { index in
      starts[index].energy(of: exchanged[index], other[index].value)
        - starts[index].energy(of: starts[index].point, own[index].value)
    }
    return starts.indices.map { index in
      guard index ^ 1 < starts.count else { return 0 }
      let (mine, its) = (starts[index].level, starts[index ^ 1].level)
      let probability = AdversarialLoss.logistic(-(rises[index] + rises[index ^ 1]))
      let noise = min(mine.sigma / mine.alpha, its.sigma / its.alpha)
      return Float(
        ContrastiveDivergence.exchange * probability * noise * mine.alpha / mine.sigma)
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
    gradient[0] = target / Float(points)
    return Double(target * output[0])
  }
}
