/// The way back from noise to data: a denoiser, a sampler and the levels it visits.
public struct ReverseProcess: Sendable {
  public let denoiser: any Denoiser
  public let sampler: Sampler
  public let options: SamplerOptions
  public let grid: TimeGrid
  /// What is known of where noisy points come from; needed for the variances that are made of it.
  private let posterior: DataPosterior?
  private let noiseSource: @Sendable (_ step: Int, _ count: Int) -> [Point]
  /// What the steps of the grid are; nil for those of no length.
  private let strides: [TimeGrid.Stride?]
  private let strideCount: Int

  /// A process whose noise is addressed by the seed and the number of the step.
  public init(
    denoiser: any Denoiser, sampler: Sampler, options: SamplerOptions = SamplerOptions(),
    grid: TimeGrid, posterior: DataPosterior? = nil, randomness: Randomness
  ) {
    self.init(
      denoiser: denoiser, sampler: sampler, options: options, grid: grid, posterior: posterior
    ) { step, count in
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
    grid: TimeGrid, posterior: DataPosterior? = nil,
    noise: @escaping @Sendable (_ step: Int, _ count: Int) -> [Point]
  ) {
    self.denoiser = denoiser
    self.sampler = sampler
    self.options = options
    self.grid = grid
    self.posterior = posterior
    noiseSource = noise
    strides = grid.strides
    strideCount = strides.count { $0 != nil }
  }

  /// How often the model is asked in a whole run; for the adaptive solver, at least how often.
  public var networkCalls: Int {
    zip(strides, grid.stops.dropFirst()).reduce(0) { calls, step in
      guard let stride = step.0 else { return calls }
      return calls
        + sampler.calls(
          inStep: stride.index, toClean: step.1.level.isClean, options: options)
    }
  }

  /// The points and the past one step on. A step of no length changes neither, and the steps around
  /// it are made as if it was not there.
  ///
  /// - Parameter index: the number of the step, from 0.
  public func advance(_ state: SamplingState, step index: Int) -> SamplingState {
    guard let stride = strides[index], WorkWatch.current?.isCalledOff != true else { return state }
    let next = grid.stops[index + 1].level
    let draw: @Sendable (Int, Int) -> [Point] = { [noiseSource, count = grid.steps] draw, points in
      noiseSource(index + draw * count, points)
    }
    let move =
      sharedMove(of: state, along: stride, to: next, noise: draw)
      ?? self.move(of: state, along: stride, to: next, noise: draw)
    guard sampler.memory > 0 else { return SamplingState(move.points) }
    let made = PastStep(
      level: stride.level, points: move.corrected ?? state.points, estimates: move.estimates)
    return SamplingState(move.points, past: [made] + state.past.prefix(sampler.memory - 1))
  }

  /// What a step makes of a state or a part of one.
  ///
  /// - Parameter noise: the noise of a draw for so many points.
  func move(
    of state: SamplingState, along stride: TimeGrid.Stride, to next: NoiseLevel,
    noise: @escaping @Sendable (_ draw: Int, _ count: Int) -> [Point]
  ) -> Move {
    let (estimates, learned) = answer(state.points, at: stride.level)
    let outcome = sampler.advance(
      SamplingStep(
        index: stride.index, count: strideCount, level: stride.level, next: next,
        points: state.points, estimates: estimates, past: state.past, options: options,
        denoiser: denoiser, posterior: posterior, learned: learned, noiseSource: noise))
    return Move(
      points: outcome.points, corrected: outcome.corrected,
      estimates: sampler.memory > 0 ? estimates : [])
  }

  /// What the model says before a step, as far as the sampler reads it.
  private func answer(
    _ points: [Point], at level: NoiseLevel
  ) -> (estimates: [Estimate], variance: LearnedVariance?) {
    if !sampler.asksFirst { return ([], nil) }
    if options.variance == .learned && sampler.settings.contains(.variance) {
      return denoiser.answer(of: points, at: level)
    }
    return (denoiser.estimates(of: points, at: level), nil)
  }

  /// The points after all steps.
  public func run(from start: [Point]) -> [Point] {
    (0..<grid.steps).reduce(SamplingState(start)) { advance($0, step: $1) }.points
  }
}
