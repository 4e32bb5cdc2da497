import Foundation

/// The way back from a level of latents to the one below it, or to the data: a Gaussian at every point.
public protocol LevelDecoder: Sendable {
  /// The Gaussians of a jump down the levels.
  ///
  /// - Parameters:
  ///   - index: the number of the jump, 0 from the top.
  ///   - points: in the schedule's own coordinates.
  /// - Returns: their means, and the variance of both coordinates of all of them.
  func step(
    _ index: Int, of points: [Point], on ladder: JumpLadder
  ) -> (means: [Point], variance: Double)
}

/// The best such decoder behind the fixed encoder: the mean of the level below, and the variance around
/// it, which is that of the step and what nobody can know of the clean point (Bao et al. 2022).
public struct ExactLevelDecoder: LevelDecoder {
  let mixture: GaussianMixture
  public let posterior: DataPosterior
  /// Whether the variance of a level is worked out for it alone.
  private var isPrompt = false

  init(of mixture: GaussianMixture) {
    self.mixture = mixture
    posterior = DataPosterior(of: mixture)
  }

  /// The same for somebody who waits for a single level: its variance is the sooner there, and as good
  /// (`DataPosterior.meanVariance(alone:)`).
  public var prompt: ExactLevelDecoder {
    var decoder = self
    decoder.isPrompt = true
    return decoder
  }

  public func step(
    _ index: Int, of points: [Point], on ladder: JumpLadder
  ) -> (means: [Point], variance: Double) {
    let (level, step) = (ladder.levels[index], ladder.posterior(ofJump: index))
    let estimates = ExactDenoiser(mixture: mixture).estimates(of: points, at: level)
    let unknown =
      isPrompt ? posterior.meanVariance(alone: level) : posterior.meanVariance(at: level)
    return (
      zip(points, estimates).map { step.clean * $1.clean + step.noisy * $0 },
      step.variance + step.clean * step.clean * unknown
    )
  }
}

/// The latents that a point may be of, from the top level down: Gaussians of independent coordinates.
public protocol LevelEncoder: Sendable {
  typealias Code = VariationalAutoEncoder.Code

  /// The latents of the highest level of points.
  func top(of clean: [Point], on ladder: JumpLadder) -> [Code]

  /// The latents of the level that a jump leads to, given those it sets out from.
  func step(
    _ index: Int, of clean: [Point], from latents: [Point], on ladder: JumpLadder
  ) -> [Code]
}

/// The encoder that is not learned: noise is added by the schedule, and seen from the top the level below
/// is `q(z_s | z_t, x) = N(c x + b z_t, beta-tilde)` (`Transition.posterior`).
public struct NoisingEncoder: LevelEncoder {
  public init() {}

  public func top(of clean: [Point], on ladder: JumpLadder) -> [Code] {
    let level = ladder.levels[0]
    return clean.map {
      Code(mean: level.alpha * $0, isotropic: level.sigma * level.sigma)
    }
  }

  public func step(
    _ index: Int, of clean: [Point], from latents: [Point], on ladder: JumpLadder
  ) -> [Code] {
    let step = ladder.posterior(ofJump: index)
    return zip(clean, latents).map {
      Code(mean: step.clean * $0 + step.noisy * $1, isotropic: step.variance)
    }
  }

  /// By how much the marginals of this chain, walked down from the top, differ from those of the
  /// schedule: the largest difference of what is left of the data, or of the noise, on the way.
  ///
  /// Both are the same in exact arithmetic: that is what makes the chain a diffusion.
  public static func marginalError(on ladder: JumpLadder) -> Double {
    var (kept, variance) = (ladder.levels[0].alpha, ladder.levels[0].sigma * ladder.levels[0].sigma)
    var worst = 0.0
    for index in 0..<ladder.count {
      let step = ladder.posterior(ofJump: index)
      kept = step.clean + step.noisy * kept
      variance = step.variance + step.noisy * step.noisy * variance
      let level = ladder.levels[index + 1]
      let unit = level.scale
      worst = max(
        worst, abs(kept - level.alpha) / unit,
        abs(variance.squareRoot() - level.sigma) / unit)
    }
    return worst
  }
}

extension VariationalAutoEncoder.Code {
  init(mean: Point, isotropic variance: Double) {
    self.init(mean: mean, variance: Point(variance, variance))
  }
}
