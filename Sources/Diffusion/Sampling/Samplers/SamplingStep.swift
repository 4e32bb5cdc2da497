/// What a sampler is told about one step.
public struct SamplingStep: Sendable {
  /// The number of the step, from 0; steps of no length are not counted.
  public let index: Int
  /// The number of steps of the whole run, counted alike.
  public let count: Int
  public let level: NoiseLevel
  public let next: NoiseLevel
  /// The points at `level`.
  public let points: [Point]
  /// The model's estimates of these points; empty for samplers that ask elsewhere first.
  public let estimates: [Estimate]
  /// The steps before, the last one first.
  public let past: [PastStep]
  public let options: SamplerOptions
  public let denoiser: any Denoiser
  /// What is known of where the points come from beyond the estimates; nil where nothing is.
  let posterior: DataPosterior?
  /// How wide an ancestral step is from each point, as the model has learned it; nil where it has not,
  /// or was not asked.
  let learned: LearnedVariance?
  /// The noise of a draw of this step.
  let noiseSource: @Sendable (_ draw: Int, _ count: Int) -> [Point]

  /// Standard-normal noise for every point, the same whenever this step is run.
  ///
  /// - Parameter draw: which of several draws of one step, from 0.
  public func noise(draw: Int = 0) -> [Point] {
    noiseSource(draw, points.count)
  }

  /// The past steps that can be extrapolated from: those at levels that hold some data, since
  /// `sigma / alpha` is infinite at the others.
  var pastWithData: [PastStep] {
    Array(past.prefix { $0.level.alpha > 0 })
  }
}

/// What comes of a step.
struct SamplingOutcome: Sendable {
  /// The points at the next level.
  let points: [Point]
  /// Where the step set out from, if not from the points it was given.
  let corrected: [Point]?
}
