import Foundation
import Testing

@testable import Diffusion

@Suite("A learned schedule") struct LearnedScheduleTests {
  private static let data = Distribution.eightGaussians.mixture()
  private static let noise = BoundNoise(
    of: ExactDenoiser(mixture: data), on: data, count: 300, randomness: Randomness(seed: 3))
  private static let ends = -8.0...8

  private static let learner: ScheduleLearner = {
    var learner = ScheduleLearner(
      of: ExactDenoiser(mixture: data), on: data, randomness: Randomness(seed: 4))
    while learner.steps < ScheduleLearner.usualSteps { learner.step() }
    return learner
  }()

  /// Times between the ends, as functions of log-SNR: even, early, and learned.
  private static let times: [@Sendable (Double) -> Double] = [
    { -$0 }, { -1 / (1 + exp(-$0)) - 0.02 * $0 }, { learner.network.time(atLogSNR: $0) },
  ]

  /// Drawn as in training: a uniform time, its log-SNR, noise, and the error there.
  @Test("The bound does not move with the schedule, and its variance is what is said")
  func invariant() throws {
    let model = ExactDenoiser(mixture: Self.data)
    let known = Self.noise.bound(between: Self.ends)
    var variances: [Double] = []
    for time in Self.times {
      let (first, last) = (time(Self.ends.upperBound), time(Self.ends.lowerBound))
      var stream = RandomStream(seed: 11)
      let estimates = (0..<4000).map { _ -> Double in
        let wanted = first + stream.uniform() * (last - first)
        var (low, high) = (Self.ends.lowerBound, Self.ends.upperBound)
        for _ in 0..<50 {
          let middle = (low + high) / 2
          if time(middle) > wanted { low = middle } else { high = middle }
        }
        let logSNR = (low + high) / 2
        let square = BoundNoise.squares(
          of: model, on: Self.data, atLogSNR: logSNR, count: 1, from: &stream)[0]
        let slope = (time(logSNR - 1e-4) - time(logSNR + 1e-4)) / 2e-4 / (last - first)
        return square / (2 * slope)
      }
      let mean = VariationalBound.Figure(meanOf: estimates)
      #expect(
        abs(mean.value - known.value)
          < 4 * (mean.error * mean.error + known.error * known.error).squareRoot())
      let drawn = mean.error * mean.error * 4000
      let said = Self.noise.variance(between: Self.ends, time: time)
      #expect(abs(drawn / said - 1) < 0.25, "\(drawn) \(said)")
      variances.append(said)
    }
    #expect(variances[2] < 0.8 * variances[0] && variances[2] < 0.8 * variances[1])
  }

  @Test("It comes near the best there is, between any ends")
  func best() {
    for ends in [Self.ends, -10.0...9, -4.0...12] {
      let least = Self.noise.leastVariance(between: ends)
      let learned = Self.noise.variance(of: Self.learner.network, between: ends)
      let even = Self.noise.variance(between: ends) { -$0 }
      #expect(learned >= least && even >= least && least > 0)
      // In second moments, of which the variance is what is left: the square of the bound is in both.
      let square = pow(Self.noise.bound(between: ends).value, 2)
      #expect(learned + square < 1.03 * (least + square), "\(ends) \(learned) \(least) \(even)")
    }
  }

  /// Of the best schedule any change costs more, in the second order.
  @Test("The gradient is that of the variance")
  func gradient() {
    let network = LogSNRNetwork(parameters: Self.raw)
    var wanted = [Double](repeating: 0, count: MonotoneUnits.rawCount)
    network.addLogDensityGradient(atLogSNR: 1.7, times: 1, to: &wanted)
    for index in [1, 3, 9, 20, 25, 40, 47] {
      func value(_ change: Float) -> Double {
        var raw = Self.raw
        raw[index] += change
        return log(LogSNRNetwork(parameters: raw).density(atLogSNR: 1.7))
      }
      let change = (value(0.02) - value(-0.02)) / 0.04
      #expect(abs(change - wanted[index]) < 1e-3 * (1 + abs(change)), "\(index)")
    }
  }

  private static let raw = (0..<MonotoneUnits.rawCount).map { Float(sin(Double($0))) / 2 }

  @Test("Times and log-SNRs are inverse, at the network and at its table")
  func inverse() {
    let network = LogSNRNetwork(parameters: Self.raw)
    let passage = LogSNRPassage(network)
    for time in [0.0, 0.1, 0.5, 0.93, 1] {
      #expect(abs(network.time(atLogSNR: network.logSNR(atTime: time)) - time) < 1e-9)
      #expect(abs(passage.time(passage.logSNR(time)) - time) < 1e-9)
      #expect(abs(passage.logSNR(time) - network.logSNR(atTime: time)) < 0.02)
    }
  }

  @Test("A schedule that follows it keeps its ends and geometry")
  func following() throws {
    for kind in [ScheduleKind.linear, .cosine, .varianceExploding, .straightLine] {
      let schedule = try Schedule(ScheduleSpecification(kind: kind, timesteps: 40))
      let ends = try #require(schedule.logSNREnds)
      let other = try #require(schedule.following(Self.learner.passage))
      #expect(other.timesteps == 40 && other.geometry == schedule.geometry)
      #expect(abs(other.levels[0].logSNR - ends.upperBound) < 1e-6)
      #expect(abs(other.levels[39].logSNR - ends.lowerBound) < 1e-6)
      for (one, next) in zip(other.levels, other.levels.dropFirst()) {
        #expect(next.logSNR <= one.logSNR)
      }
    }
  }

  @Test("Control points follow it, so that it can be bent and sampled along")
  func controlPoints() throws {
    let linear = try Schedule(ScheduleSpecification(kind: .linear, timesteps: 400))
    let learned = try #require(linear.following(Self.learner.passage))
    let bent = try Schedule(ScheduleSpecification(following: learned))
    #expect(bent.timesteps == 400 && bent.specification.kind == .custom)
    #expect(abs(bent.betas[0] / learned.betas[0] - 1) < 1e-9)
    for t in stride(from: 20, through: 400, by: 20) {
      let (one, other) = (bent.level(afterSteps: t), learned.level(afterSteps: t))
      #expect(abs(one.logSNR - other.logSNR) < 0.25, "\(t)")
    }
    let ends = try #require(linear.logSNREnds)
    let least = Self.noise.leastVariance(between: ends)
    let (own, before) = (
      try #require(Self.noise.variance(of: bent)), try #require(Self.noise.variance(of: linear))
    )
    #expect(own < 3 * least && own < before / 4)
  }
}
