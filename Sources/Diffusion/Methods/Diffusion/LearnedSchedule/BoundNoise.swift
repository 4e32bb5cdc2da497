import Foundation

/// How much the bound's estimate varies along a schedule in continuous time, and how little it could.
///
/// Of a chain of very many steps the terms of the steps become an integral over log-SNR (Kingma et al.
/// 2021, equation 18), here in nats and for noise errors `e = noise - model's noise`:
/// ```
/// L = ½ ∫ E|e|² d(log-SNR) = E[ ½ |d(log-SNR)/dt| |e|² ],   t uniform from 0 to 1
/// ```
/// The left side knows nothing of the schedule but its two ends; the right side, which is what is drawn in
/// training, has a variance that depends on all of it:
/// ```
/// Var = ¼ ∫ E|e|⁴ / |dt/d(log-SNR)| d(log-SNR) - L²
/// ```
/// By Cauchy and Schwarz that is least where `dt/d(log-SNR)` is proportional to the root of `E|e|⁴`. The
/// moments are drawn once, at the middles of equal cells of log-SNR, and serve all schedules.
public struct BoundNoise: Sendable {
  /// The log-SNRs that are looked at: beyond there is no more than all data, or all noise.
  public static let range = -14.0...14
  /// How many cells there are.
  private static let cells = 112
  private static let width = (range.upperBound - range.lowerBound) / Double(cells)

  /// `E|e|²` in every cell, the noisiest first.
  private let squares: [VariationalBound.Figure]
  /// `E|e|⁴` in every cell.
  private let fourths: [Double]

  /// - Parameter count: how many noisy points are drawn in every cell.
  public init(
    of model: any Denoiser, on data: GaussianMixture, count: Int, randomness: Randomness
  ) {
    let draws = (0..<Self.cells).map { cell in
      var stream = randomness.stream(.reference, step: -10_000 - cell)
      return Self.squares(
        of: model, on: data,
        atLogSNR: Self.range.lowerBound + (Double(cell) + 0.5) * Self.width, count: count,
        from: &stream)
    }
    squares = draws.map(VariationalBound.Figure.init(meanOf:))
    fourths = draws.map { $0.reduce(0) { $0 + $1 * $1 } / Double(count) }
  }

  /// `|e|²` at noisy points of a level.
  static func squares(
    of model: any Denoiser, on data: GaussianMixture, atLogSNR logSNR: Double, count: Int,
    from stream: inout RandomStream
  ) -> [Double] {
    let level = NoiseLevel(logSNR: logSNR)
    let clean = data.draw(count, from: &stream).points
    let noise = stream.normalPoints(count)
    let points = zip(clean, noise).map { level.alpha * $0 + level.sigma * $1 }
    return zip(model.estimates(of: points, at: level), noise).map {
      ($0.noise - $1).squaredLength
    }
  }

  /// What lies between two log-SNRs of every cell that has some.
  private func parts(
    _ ends: ClosedRange<Double>
  ) -> [(square: VariationalBound.Figure, fourth: Double, range: ClosedRange<Double>)] {
    (0..<Self.cells).compactMap { cell in
      let low = max(Self.range.lowerBound + Double(cell) * Self.width, ends.lowerBound)
      let high = min(Self.range.lowerBound + Double(cell + 1) * Self.width, ends.upperBound)
      return low < high ? (squares[cell], fourths[cell], low...high) : nil
    }
  }
}

extension BoundNoise {
  /// The part of the bound between two log-SNRs, in nats: the same for every schedule that has these
  /// ends.
  public func bound(between ends: ClosedRange<Double>) -> VariationalBound.Figure {
    var (sum, square) = (0.0, 0.0)
    for part in parts(ends) {
      let half = (part.range.upperBound - part.range.lowerBound) / 2
      sum += half * part.square.value
      square += half * half * part.square.error * part.square.error
    }
    return VariationalBound.Figure(sum, error: square.squareRoot())
  }

  /// The variance of its estimate, in square nats.
  ///
  /// - Parameter time: when a schedule passes a log-SNR: never earlier for a lower one, on any scale.
  public func variance(
    between ends: ClosedRange<Double>, time: (Double) -> Double
  ) -> Double {
    let whole = time(ends.lowerBound) - time(ends.upperBound)
    var sum = 0.0
    for part in parts(ends) {
      let width = part.range.upperBound - part.range.lowerBound
      let share = (time(part.range.lowerBound) - time(part.range.upperBound)) / whole
      // Where a schedule spends no time nothing is estimated.
      if !(share > 0) { return .infinity }
      sum += part.fourth * width * width / share
    }
    let bound = bound(between: ends).value
    return sum / 4 - bound * bound
  }

  /// That of a schedule, whose time goes evenly from its first level to its last; nil where these are
  /// the same.
  public func variance(of schedule: Schedule) -> Double? {
    schedule.logSNREnds.map { variance(between: $0) { schedule.time(atLogSNR: $0) } }
  }

  /// The least there can be.
  public func leastVariance(between ends: ClosedRange<Double>) -> Double {
    let root = parts(ends).reduce(0) {
      $0 + $1.fourth.squareRoot() * ($1.range.upperBound - $1.range.lowerBound)
    }
    let bound = bound(between: ends).value
    return root * root / 4 - bound * bound
  }
}

extension NoiseLevel {
  /// The level of the variance-preserving geometry with a log-SNR.
  init(logSNR: Double) {
    self.init(
      alpha: (1 / (1 + exp(-logSNR))).squareRoot(), sigma: (1 / (1 + exp(logSNR))).squareRoot())
  }
}
