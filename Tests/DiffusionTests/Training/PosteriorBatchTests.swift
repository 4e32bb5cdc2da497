import Foundation
import Testing

@testable import Diffusion

@Suite("A batch that is asked for its own posterior mean")
struct PosteriorBatchTests {
  private func batch(of size: Int, step: Int = 1, labels: Bool = false) -> TrainingBatch {
    var stream = Randomness(seed: 3).stream(.initialization)
    return TrainingBatch(
      data: TrainingData(mixture: Distribution.eightGaussians.mixture(), tellsLabels: labels),
      features: FeatureMap(from: &stream), predicts: .clean, target: .batchPosterior,
      labelDropout: 0.3, kernels: Kernels(.best), seed: 5, step: step, size: size)
  }

  /// A member of a batch as it was drawn.
  private struct Member {
    let clean: Point
    let noise: Point
    let level: NoiseLevel
    let label: Int?
    let told: LabelSet

    var point: Point { level.alpha * clean + level.sigma * noise }
  }

  private func members(of batch: TrainingBatch) -> [Member] {
    var members: [Member] = []
    var stream = batch.stream(ofShard: 0, of: 1)
    for first in stride(from: 0, to: batch.size, by: RandomBlock.capacity) {
      let block = first..<min(first + RandomBlock.capacity, batch.size)
      RandomBlock.withDraws(from: &stream, kernels: batch.kernels) { draws in
        for row in 0..<block.count {
          let levels = TrainingLevels(fourFrom: row / 4 * 4, in: block, of: batch.size, draws)
          let made = batch.made(row, of: draws)
          members.append(
            Member(
              clean: made.clean, noise: made.noise, level: levels.level(row % 4),
              label: batch.data.labels.isEmpty ? nil : batch.label(row, of: draws),
              told: batch.told(row, draws)))
        }
      }
    }
    return members
  }

  /// What the network sees and is asked, of all members.
  private func drawn(
    _ batch: PosteriorBatch, width: Int
  ) -> (inputs: [Float], targets: [SIMD2<Float>]) {
    var inputs = [Float](repeating: .nan, count: width * batch.size)
    var targets = [SIMD2<Float>](repeating: SIMD2(.nan, .nan), count: batch.size)
    var stream = batch.stream(ofShard: 0, of: 1)
    inputs.withUnsafeMutableBufferPointer { inputs in
      targets.withUnsafeMutableBufferPointer { targets in
        guard let inputs = inputs.baseAddress, let targets = targets.baseAddress else { return }
        for first in stride(from: 0, to: batch.size, by: MLP.blockSize) {
          let range = first..<min(first + MLP.blockSize, batch.size)
          batch.draw(
            range, from: &stream, inputs: inputs + first * width, distance: width,
            targets: targets + first)
        }
      }
    }
    return (inputs, targets)
  }

  @Test(
    "The target is the mean of the group by the formula, summed in double precision",
    arguments: [(1, false), (5, false), (61, true), (256, false), (300, true)])
  func oracle(size: Int, labels: Bool) {
    let batch = batch(of: size, labels: labels)
    let members = members(of: batch)
    let width = FeatureMap.count + batch.data.labels.count
    let (inputs, targets) = drawn(PosteriorBatch(batch), width: width)
    let isFinite = inputs.allSatisfy(\.isFinite)
    #expect(isFinite)
    for (index, member) in members.enumerated() {
      let start = index / PosteriorBatch.group * PosteriorBatch.group
      let group = members[start..<min(start + PosteriorBatch.group, size)]
        .filter { other in member.told == .none || other.label.map(member.told.contains) ?? true }
      let logs = group.map { other in
        let gap = (member.point - member.level.alpha * other.clean) / member.level.sigma
        return -(gap * gap).sum() / 2
      }
      let most = logs.max() ?? 0
      let weights = logs.map { exp($0 - most) }
      let total = weights.reduce(0, +)
      let mean = zip(group, weights).reduce(Point.zero) { $0 + $1.1 / total * $1.0.clean }
      #expect(deviation(Point(targets[index]), mean) < 2e-4)
    }
  }

  @Test("Larger groups come nearer to the exact posterior mean, and all are nearer than samples")
  func variance() {
    let mixture = Distribution.eightGaussians.mixture()
    let data = batch(of: 1).data
    func error(size: Int) -> (batch: Double, sample: Double) {
      var (own, sample, count) = (0.0, 0.0, 0.0)
      for step in 1...(2048 / size) {
        let batch = batch(of: size, step: step)
        let targets = drawn(PosteriorBatch(batch), width: FeatureMap.count).targets
        for (member, target) in zip(members(of: batch), targets) {
          let spread = data.standardization.spread
          let level = NoiseLevel(alpha: member.level.alpha, sigma: member.level.sigma * spread)
          let place =
            member.level.alpha * data.standardization.centre + spread * member.point
          let exact = data.standardization.standardized(
            mixture.diffused(to: level).estimate(at: place).clean)
          own += squaredLength(Point(target) - exact)
          sample += squaredLength(member.clean - exact)
          count += 1
        }
      }
      return (own / count, sample / count)
    }
    let (small, large) = (error(size: 16), error(size: 256))
    #expect(large.batch < 0.5 * small.batch)
    #expect(small.batch < small.sample)
    #expect(large.batch < 0.2 * large.sample)
  }

  private func squaredLength(_ point: Point) -> Double { (point * point).sum() }
}
