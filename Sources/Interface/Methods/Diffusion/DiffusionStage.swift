import Diffusion
import TextScreen

/// Diffusion on the stage: noise is added step by step, or by the closed-form kernel at once, and a
/// denoiser leads back.
struct DiffusionStage: StagedMethod {
  private let draws: DiffusionDraws

  /// - Parameter before: the method on the stage that this one replaces.
  init(_ laboratory: Laboratory, replacing before: (any StagedMethod)?) {
    draws = DiffusionDraws(for: laboratory, before: (before as? DiffusionStage)?.draws)
  }

  var clean: [Point] { draws.clean }
  var mayWalk: Bool { true }

  func labels(_ direction: Direction) -> [Int]? { direction == .forward ? draws.labels : nil }

  func forwardPoints(at place: RunPlace, first count: Int) -> [Point] {
    count >= draws.clean.count
      ? ForwardProcess.kernel(clean: draws.clean, noise: draws.noise, level: place.level)
      : ForwardProcess.kernel(
        clean: Array(draws.clean.prefix(count)), noise: Array(draws.noise.prefix(count)),
        level: place.level)
  }

  func origin(of particle: Int, at point: Point, level: NoiseLevel, walks: Bool) -> Origin? {
    guard draws.clean.indices.contains(particle) else { return nil }
    let clean = draws.clean[particle]
    let noise =
      level.isClean
      ? walks ? nil : draws.noise[particle] : (point - level.alpha * clean) / level.sigma
    return Origin(clean: clean, noise: noise)
  }

  /// Standard-normal noise, scaled to what the first level expects.
  func start(in laboratory: Laboratory) -> RunStart {
    RunStart(
      points: ReverseProcess.start(
        from: draws.start, schedule: laboratory.schedule, grid: laboratory.grid))
  }

  func model(_ weights: (any TrainedWeights)?, in laboratory: Laboratory) -> any RunModel {
    DenoisingModel(weights as? Weights, in: laboratory)
  }

  func guides(awayFrom weaker: any TrainedWeights, in laboratory: Laboratory) -> Guides {
    Guides(weaker: (weaker as? Weights).map { LearnedDenoiser(weights: $0) })
  }

  func marginal(at place: RunPlace, in laboratory: Laboratory) -> Marginal? {
    let mixture = laboratory.mixture
    return .diffused(mixture.diffused(to: place.level), of: mixture)
  }

  func leastNoiseLoss(at level: NoiseLevel, in laboratory: Laboratory) -> Double? {
    laboratory.leastNoiseLoss(at: level)
  }
}

extension DiffusionStage {
  var showsFieldAtOnce: Bool { true }
  var judgesScore: Bool { true }

  func wayInUse(_ state: AppState) -> String? { "set prior none" }

  func figures(of state: AppState, _ glyphs: Glyphs) -> [HeaderFigure] {
    let level = state.frame.level
    return [
      HeaderFigure(text: noise(level, of: state, glyphs), rank: 6),
      HeaderFigure(text: "log-SNR " + Text.fixed(level.logSNR, width: 6), rank: 7),
    ]
      + (standsInForVariance(state)
        ? [HeaderFigure(text: "variance: exact diagonal, not learned", rank: 5)] : [])
  }

  /// Whether the steps should be as wide as the network says, and it has no outputs that say it: then
  /// they are what these could at best answer with.
  private func standsInForVariance(_ state: AppState) -> Bool {
    guard state.experiment.sampler.options.variance == .learned,
      state.experiment.sampler.kind.settings.contains(.variance),
      let weights = state.stage.model.weights as? Weights
    else { return false }
    return weights.variance == .fixed
  }

  func sentence(_ state: AppState) -> String? {
    standsInForVariance(state)
      ? "The network has no outputs for the variance of a step: the diagonal of the exact covariance at"
        + " each point stands in for it. With variance: learned in the section model it learns its own."
      : nil
  }

  /// How noisy the level is, by the number that tells it: alpha-bar, or sigma where variance
  /// explodes and alpha-bar is 1 all the way.
  private func noise(_ level: NoiseLevel, of state: AppState, _ glyphs: Glyphs) -> String {
    switch (glyphs.notation, state.stage.laboratory.schedule.geometry) {
    case (.ddpm, .variancePreserving), (.ddpm, .straightLine):
      "\(glyphs.alphaBar) " + Text.share(level.alphaBar)
    case (.ddpm, .varianceExploding): "\(glyphs.sigma) " + Text.share(level.sigma)
    // Of EDM's, sigma is the time.
    case (.edm, _): "\(glyphs.alpha) " + Text.share(level.alpha)
    case (.flowMatching, _):
      "\(glyphs.alpha) " + Text.share(level.alpha) + "\(glyphs.sigma) " + Text.share(level.sigma)
    }
  }

  var noBound: String? { nil }
}
