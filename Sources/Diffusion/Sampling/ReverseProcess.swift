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
  ///
  /// - Parameter noise: the noise of a step, for `count` points. A sampler that draws more than once
  ///   in a step finds its further draws where steps beyond the last one would have theirs.
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

  /// How often the model is asked in a whole run; for the adaptive solver, at least how often.
  public var networkCalls: Int {
    (0..<grid.steps).reduce(0) { calls, index in
      let isLast = grid.stops[index + 1].level.isClean
      return calls + sampler.calls(inStep: index, toClean: isLast, options: options)
    }
  }

  /// The points and the past one step on.
  ///
  /// - Parameter index: the number of the step, from 0.
  public func advance(_ state: SamplingState, step index: Int) -> SamplingState {
    let level = grid.stops[index].level
    // Between two levels without any data there is nothing to do: one noise is as good as another.
    if level.alpha == 0 && grid.stops[index + 1].level.alpha == 0 { return state }
    let estimates =
      sampler.asksFirst ? denoiser.estimates(of: state.points, at: level) : []
    let step = SamplingStep(
      index: index, count: grid.steps, level: level, next: grid.stops[index + 1].level,
      points: state.points, estimates: estimates, past: state.past, options: options,
      denoiser: denoiser, noiseSource: noiseSource)
    let outcome = sampler.advance(step)
    guard sampler.memory > 0 else { return SamplingState(outcome.points) }
    let made = PastStep(
      level: level, points: outcome.corrected ?? state.points, estimates: estimates)
    return SamplingState(
      outcome.points, past: [made] + state.past.prefix(sampler.memory - 1))
  }

  /// The points after all steps.
  public func run(from start: [Point]) -> [Point] {
    (0..<grid.steps).reduce(SamplingState(start)) { advance($0, step: $1) }.points
  }
}
