/// The way back from noise to data: a denoiser, a sampler and the levels it visits.
public struct ReverseProcess: Sendable {
  public let denoiser: any Denoiser
  public let sampler: Sampler
  public let options: SamplerOptions
  public let grid: TimeGrid
  private let noiseSource: @Sendable (_ step: Int, _ count: Int) -> [Point]

  /// A process whose noise is addressed by the seed and the number of the step.
  public init(
    denoiser: any Denoiser, sampler: Sampler, options: SamplerOptions = SamplerOptions(),
    grid: TimeGrid, randomness: Randomness
  ) {
    self.init(denoiser: denoiser, sampler: sampler, options: options, grid: grid) { step, count in
      var stream = randomness.stream(.sampling, step: step)
      return stream.normalPoints(count)
    }
  }

  /// A process whose noise is given, to repeat somebody else's run.
  public init(
    denoiser: any Denoiser, sampler: Sampler, options: SamplerOptions = SamplerOptions(),
    grid: TimeGrid, noise: @escaping @Sendable (_ step: Int, _ count: Int) -> [Point]
  ) {
    self.denoiser = denoiser
    self.sampler = sampler
    self.options = options
    self.grid = grid
    noiseSource = noise
  }

  /// How often the model is asked in a whole run.
  public var networkCalls: Int {
    let last = grid.stops[grid.steps].level.isClean ? 1 : sampler.callsPerStep
    return (grid.steps - 1) * sampler.callsPerStep + last
  }

  /// Standard-normal noise scaled to what the first level expects.
  public static func start(
    count: Int, schedule: Schedule, grid: TimeGrid, randomness: Randomness
  ) -> [Point] {
    var stream = randomness.stream(.start)
    return start(from: stream.normalPoints(count), schedule: schedule, grid: grid)
  }

  /// Given standard-normal noise scaled to what the first level expects: x = sigma · noise where
  /// variance explodes, x = noise elsewhere.
  public static func start(from noise: [Point], schedule: Schedule, grid: TimeGrid) -> [Point] {
    guard schedule.geometry == .varianceExploding else { return noise }
    return noise.map { grid.stops[0].level.sigma * $0 }
  }

  /// The points one step on.
  ///
  /// - Parameter index: the number of the step, from 0.
  public func advance(_ points: [Point], step index: Int) -> [Point] {
    let level = grid.stops[index].level
    let step = SamplingStep(
      index: index, level: level, next: grid.stops[index + 1].level, points: points,
      estimates: denoiser.estimates(of: points, at: level), options: options, denoiser: denoiser,
      noiseSource: noiseSource)
    return sampler.advance(step)
  }

  /// The points after all steps.
  public func run(from start: [Point]) -> [Point] {
    (0..<grid.steps).reduce(start) { advance($0, step: $1) }
  }
}
