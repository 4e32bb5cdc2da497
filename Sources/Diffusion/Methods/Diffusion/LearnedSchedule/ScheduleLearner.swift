import Foundation

/// Learns the schedule along which the bound's estimate varies least (Kingma et al. 2021, section 5.1 and
/// appendix I): a value that is advanced step by step, of the model as it is.
///
/// With `rho = -dt/d(log-SNR)` the second moment of the estimate is `J = ¼ E[|e|⁴ / rho²]` over a uniform
/// time. As an integral over log-SNR it is `¼ ∫ E|e|⁴ / rho`, so that its gradient is
/// ```
/// ∂J = -¼ E[ |e|⁴ / rho² ∂ ln rho ]
/// ```
/// with the same draws, and without the model's own derivative.
public struct ScheduleLearner: Sendable {
  /// The schedule learned so far: of a moving average of the parameters.
  public var network: LogSNRNetwork {
    LogSNRNetwork(parameters: floats[3 * Self.padded..<4 * Self.padded])
  }
  public private(set) var steps = 0
  private let model: any Denoiser
  private let data: GaussianMixture
  private let randomness: Randomness
  /// The parameters, their two moments and their average, then the gradient.
  private var floats = AlignedFloats(zeros: 5 * Self.padded)

  /// How many times of a batch: each in a stratum of its own.
  private static let levels = 32
  /// How many noisy points each gets.
  private static let points = 16
  private static let rate = 0.05
  /// After so many steps nothing is gained by more.
  public static let usualSteps = 300
  private static let padded = MLP.padded(MonotoneUnits.rawCount)

  public init(
    of model: any Denoiser, on data: GaussianMixture, randomness: Randomness
  ) {
    self.model = model
    self.data = data
    self.randomness = randomness
  }

  /// Draws a batch and moves the schedule once.
  ///
  /// - Returns: the second moment of the bound's estimate over the batch, before the move.
  @discardableResult public mutating func step() -> Double {
    steps += 1
    let present = LogSNRNetwork(parameters: floats[0..<Self.padded])
    var stream = randomness.stream(.training, step: -steps)
    var gradient = [Double](repeating: 0, count: MonotoneUnits.rawCount)
    var sum = 0.0
    for stratum in 0..<Self.levels {
      let time = (Double(stratum) + stream.uniform()) / Double(Self.levels)
      let logSNR = present.logSNR(atTime: time)
      let squares = BoundNoise.squares(
        of: model, on: data, atLogSNR: logSNR, count: Self.points, from: &stream)
      let density = present.density(atLogSNR: logSNR)
      let moment =
        squares.reduce(0) { $0 + $1 * $1 } / Double(Self.points) / (4 * density * density)
      sum += moment
      present.addLogDensityGradient(atLogSNR: logSNR, times: -moment, to: &gradient)
    }
    // The gradient of the logarithm: the size of J is no matter.
    if sum > 0 && sum.isFinite { move(against: gradient.map { $0 / sum }) }
    return sum / Double(Self.levels)
  }

  /// Makes some steps, fewer where the work is called off.
  public mutating func advance(by count: Int) {
    for _ in 0..<count where WorkWatch.current?.isCalledOff != true { step() }
  }

  private mutating func move(against gradient: [Double]) {
    let stride = Recipe.stride(atStep: steps, of: .adam, highestRate: Self.rate)
    let (padded, age) = (Self.padded, steps)
    floats.withMutablePointer { floats in
      for (index, part) in gradient.enumerated() { floats[4 * padded + index] = Float(part) }
      Kernels(.best).optimize(
        OptimizerStep(
          count: padded, parameters: floats, firstMoments: floats + padded,
          secondMoments: floats + 2 * padded, average: floats + 3 * padded,
          gradients: UnsafePointer(floats + 4 * padded), shards: 1, gradientDistance: padded,
          pace: OptimizerPace(age: age, rate: stride.rate, averageShare: stride.averageShare)))
    }
  }
}

extension BoundNoise {
  /// The variance of the estimate along a learned schedule.
  public func variance(
    of network: LogSNRNetwork, between ends: ClosedRange<Double>
  ) -> Double {
    variance(between: ends, time: network.time)
  }

  /// The same, read from a table.
  public func variance(
    of passage: LogSNRPassage, between ends: ClosedRange<Double>
  ) -> Double {
    variance(between: ends, time: passage.time)
  }
}

extension ScheduleLearner {
  /// When the learned schedule passes every log-SNR.
  public var passage: LogSNRPassage { LogSNRPassage(network) }
}
