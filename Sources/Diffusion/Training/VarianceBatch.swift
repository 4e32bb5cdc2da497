import Foundation

/// A batch for a network that learns, beside the mean of a step, its variance: the hybrid loss of
/// Nichol and Dhariwal 2021.
///
/// The mean learns from the squared error, as without. The variance learns from the step's own term of
/// the variational bound, in which the mean is held still:
/// ```
/// KL(q(x_s | x_t, x_0) || p(x_s | x_t)) = ½ Σ (exp(-v L) (1 + D e²) - 1 + v L)   over both axes
/// ```
/// with `e` how far the clean point is from the network's estimate, `D = SNR_s - SNR_t` what the step
/// gains and `L = ln(beta / beta-tilde) = ln((1 + SNR_s) / (1 + SNR_t))` (`LearnedVariance`). The best v is
/// `ln(1 + D E[e² | x_t]) / L`.
///
/// It is not the chain of one schedule that the steps are of: each member's step begins at a level of its
/// own and has a length of its own in log-SNR, from that of chains of a thousand steps to that of chains
/// of five, evenly in the logarithm. So the weights are of use for all schedules, and short chains, where
/// the variance matters most, are what it learns most from: the gradient of v grows with L².
struct VarianceBatch: NoisyBatch {
  /// What a sample says.
  struct Target: Sendable {
    /// What the network should answer.
    var answer: SIMD2<Float>
    /// D times the square of how far the clean point moves with an answer.
    var reach: Float
    /// L.
    var span: Float
  }

  /// How long steps are in log-SNR.
  static let lengths = 0.02...3.0
  /// What a nat of the bound weighs beside a squared error of 2: little, since the network's layers
  /// are to serve the mean first.
  static let weight: Float = 0.1

  private let batch: TrainingBatch

  init(_ batch: TrainingBatch) {
    self.batch = batch
  }

  static var noTarget: Target { Target(answer: .zero, reach: 0, span: 0) }
  var size: Int { batch.size }
  var features: FeatureMap { batch.features }
  var kernels: Kernels { batch.kernels }

  func stream(ofShard shard: Int, of shards: Int) -> RandomStream {
    batch.stream(ofShard: shard, of: shards)
  }

  func make(
    _ row: Int, of draws: RandomBlock, at level: NoiseLevel, inputs: UnsafeMutablePointer<Float>,
    target: UnsafeMutablePointer<Target>
  ) -> SIMD2<Float> {
    var answer = SIMD2<Float>.zero
    let point = batch.make(row, of: draws, at: level, inputs: inputs, target: &answer)
    // The last digits of where it falls within its stratum of levels are as good as drawn anew.
    let fine = draws.uniforms(row).first * 0x1p16
    target.pointee = self.target(
      answer, at: level, length: Self.length(fine - fine.rounded(.down)))
    return point
  }

  /// The length of a step, of a uniform number.
  private static func length(_ share: Double) -> Double {
    lengths.lowerBound * pow(lengths.upperBound / lengths.lowerBound, share)
  }

  private func target(
    _ answer: SIMD2<Float>, at level: NoiseLevel, length: Double
  ) -> Target {
    let root = level.alpha / level.sigma
    let (later, earlier) = (root * root, root * root * exp(length))
    // By how much the answer differs where the clean point does, the noisy point being known.
    let slope = batch.predicts.target(clean: Point(1, 0), noise: Point(-root, 0), at: level).x
    return Target(
      answer: answer, reach: Float((earlier - later) / (slope * slope)),
      span: Float(LearnedVariance.span(from: later, to: earlier)))
  }

  /// The squared error of the first two outputs, of which the loss is the mean over both; the bound is
  /// in the gradient alone, so that losses with and without a variance can be compared.
  func compare(
    _ output: UnsafePointer<Float>, with target: Target, gradient: UnsafeMutablePointer<Float>
  ) -> Double {
    let error = SIMD2(output[0], output[1]) - target.answer
    let square = error * error
    let scale = 1 / Float(size)
    for axis in 0..<2 {
      gradient[axis] = scale * error[axis]
      let slope = Self.slope(
        ofShare: output[2 + axis], spread: target.reach * square[axis], span: target.span)
      gradient[2 + axis] = scale * Self.weight * slope
    }
    return Double(square.sum())
  }

  /// The derivative of an axis' share of the bound with respect to v.
  ///
  /// - Parameters:
  ///   - spread: `D e²`.
  ///   - span: L.
  static func slope(ofShare share: Float, spread: Float, span: Float) -> Float {
    span / 2 * (1 - exp(-share * span) * (1 + spread))
  }
}
