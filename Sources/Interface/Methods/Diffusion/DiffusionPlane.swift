import Diffusion
import TextScreen

/// The plane of a diffusion: the score pulls, and noise is what is predicted.
struct DiffusionPlane: MethodPlane {
  /// The whole path of a random walk would be a scribble over the cloud: its last stretch.
  let trail = PlaneTrails.Length(bright: 0.35, whole: 0.9)

  func world(of laboratory: Laboratory) -> PlaneFit.World {
    let schedule = laboratory.schedule
    return PlaneFit.World(
      of: laboratory.mixture,
      noise: schedule.geometry == .varianceExploding
        ? .exploding(most: schedule.level(afterSteps: schedule.timesteps).sigma) : .standard)
  }

  /// `sigma · score` at every place: minus the expected noise, of about unit length where noise
  /// is typical, at every level.
  func pulls(at places: [Point], _ marginal: Marginal?, _ state: AppState) -> [Point] {
    guard let diffused = marginal?.mixture else { return places.map { _ in .zero } }
    let level = state.frame.level
    let laboratory = state.stage.laboratory
    if state.view.field == .learned, let learned = state.learnedDenoiser {
      return laboratory.guided(learned).estimates(of: places, at: level).map { -$0.noise }
    }
    let score = laboratory.guidance?.cleanScore ?? diffused.score
    if !level.isClean, laboratory.guidance != nil {
      return laboratory.guided(laboratory.exactDenoiser).estimates(of: places, at: level)
        .map { -$0.noise }
    }
    if level.isClean {
      let unit = ScoreArrows.cleanUnit(of: laboratory.mixture)
      return places.map { unit * score($0) }
    }
    var estimates = [Estimate](repeating: .zero, count: places.count)
    diffused.estimate(places, into: &estimates)
    return estimates.map { -$0.noise }
  }

  func unitOfPulls(_ state: AppState, _ glyphs: Glyphs) -> String {
    let symbol =
      state.frame.level.isClean
      ? Text.short(ScoreArrows.cleanUnit(of: state.stage.laboratory.mixture)) : glyphs.sigma
    return "\(symbol)\(glyphs.times)score"
  }

  /// The distance between the two predictions of the noise, whose own length is about 1.
  func error(_ marginal: Marginal, _ state: AppState) -> (@Sendable ([Point]) -> [Double])? {
    guard !state.frame.level.isClean, let learned = state.learnedDenoiser else { return nil }
    let diffused = marginal.mixture
    return { ErrorMap.errors(of: learned, against: diffused, at: $0) }
  }

  /// The exact score is a gradient: the predicted noise should have no curl, per unit of the cloud's
  /// own size.
  func fieldWithoutCurl(_ state: AppState) -> CurlMap.Field? {
    let level = state.frame.level
    guard let learned = state.learnedDenoiser, !level.isClean else { return nil }
    return CurlMap.Field(
      answers: { learned.estimates(of: $0, at: level).map(\.noise) },
      unit: state.stage.laboratory.mixture.spread * level.alpha + level.sigma)
  }

  func cleanPosterior(_ state: AppState) -> GaussianMixture? {
    state.frame.inspection.flatMap {
      state.stage.laboratory.mixture.posterior(of: $0.point, at: $0.level)
    }
  }

  /// The next step back of the run, or the last one that noise was added in.
  func stepPosterior(_ state: AppState) -> GaussianMixture? {
    let frame = state.frame
    guard let inspection = frame.inspection else { return nil }
    let step = frame.direction == .reverse ? frame.step + 1 : frame.step - 1
    guard (0...frame.length).contains(step) else { return nil }
    return state.stage.laboratory.mixture.posterior(
      of: inspection.point, at: inspection.level,
      earlier: state.stage.level(frame.direction, at: step))
  }
}
