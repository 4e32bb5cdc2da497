/// The noise levels that jumps of one length visit, from the noisiest to clean data.
public struct JumpLadder: Sendable, Equatable {
  /// How many steps of the schedule a jump goes back.
  public let jump: Int
  /// One level more than there are jumps.
  public let levels: [NoiseLevel]
  /// How many steps of the schedule lie below each level.
  private let steps: [Int]

  /// - Parameter jump: a divisor of the schedule's number of timesteps.
  init(on schedule: Schedule, jump: Int) {
    precondition(schedule.timesteps.isMultiple(of: jump), "jumps divide the schedule")
    self.jump = jump
    steps = stride(from: schedule.timesteps, through: 0, by: -jump).map { $0 }
    levels = steps.map { $0 == 0 ? .clean : schedule.level(afterSteps: $0) }
  }

  /// How many jumps lead to the data.
  public var count: Int { levels.count - 1 }

  /// The log-SNRs that jumps set out from.
  var logSNRs: [Double] { levels.dropLast().map(\.logSNR) }

  /// Whether its jumps set out from these log-SNRs.
  func setsOut(from others: [Double]) -> Bool {
    count == others.count
      && zip(logSNRs, others).allSatisfy { $0 == $1 || abs($0 - $1) <= 1e-9 }
  }

  /// The same levels as stops of a run.
  public var grid: TimeGrid {
    TimeGrid(stops: zip(levels, steps).map { TimeGrid.Stop(level: $0, steps: $1) })
  }

  /// Where a jump leads, given the clean points it is drawn towards: the Gaussian of
  /// `x_s | x_t, x_0`.
  ///
  /// - Parameter level: where it ends; nil for the next of the levels.
  public func posterior(ofJump index: Int, to level: NoiseLevel? = nil) -> Transition.Posterior {
    Transition(from: level ?? levels[index + 1], to: levels[index]).posterior
  }

  /// A jump back of points at a level: a clean point is drawn for each, and then the point between.
  ///
  /// - Parameter level: where it ends; nil for the next of the levels.
  public func jumped(
    _ points: [Point], _ index: Int, to level: NoiseLevel? = nil,
    by sampler: any PosteriorSampler, _ randomness: Randomness
  ) -> [Point] {
    var stream = randomness.stream(.sampling, step: index)
    let latents = stream.normalPoints(points.count)
    return landed(
      points, index, to: level, by: sampler, latents: latents,
      noise: stream.normalPoints(points.count))
  }

  /// The same with latents, and with the normal numbers of the point between, for each.
  public func landed(
    _ points: [Point], _ index: Int, to level: NoiseLevel? = nil,
    by sampler: any PosteriorSampler, latents: [Point], noise: [Point]
  ) -> [Point] {
    let clean = sampler.cleanPoints(of: points, at: levels[index], latents: latents)
    let posterior = posterior(ofJump: index, to: level)
    let deviation = posterior.variance.squareRoot()
    return points.indices.map {
      posterior.clean * clean[$0] + posterior.noisy * points[$0] + deviation * noise[$0]
    }
  }
}
