import Diffusion
import TextScreen

/// The plane of flow maps: as that of a diffusion, with jumps to the data over it.
struct FlowMapPlane: MethodPlane {
  private let noising = DiffusionPlane()

  var layers: [PlaneLayer] { [.jumps] }
  var trail: PlaneTrails.Length { PlaneTrails.Length(bright: 4, whole: 4) }

  func world(of laboratory: Laboratory) -> PlaneFit.World { noising.world(of: laboratory) }

  func pulls(at places: [Point], _ marginal: Marginal?, _ state: AppState) -> [Point] {
    let level = state.frame.level
    guard state.view.field == .learned, !level.isClean, let denoiser = denoiser(state) else {
      return noising.pulls(at: places, marginal, state)
    }
    return denoiser.estimates(of: places, at: level).map { -$0.noise }
  }

  func unitOfPulls(_ state: AppState, _ glyphs: Glyphs) -> String {
    noising.unitOfPulls(state, glyphs)
  }

  /// Of the jumps of no length.
  func error(_ marginal: Marginal, _ state: AppState) -> (@Sendable ([Point]) -> [Double])? {
    guard case .diffused(let diffused, _) = marginal, !state.frame.level.isClean,
      let denoiser = denoiser(state)
    else { return nil }
    return { ErrorMap.errors(of: denoiser, against: diffused, at: $0) }
  }

  func fieldWithoutCurl(_ state: AppState) -> CurlMap.Field? {
    let level = state.frame.level
    guard let denoiser = denoiser(state), !level.isClean else { return nil }
    return CurlMap.Field(
      answers: { denoiser.estimates(of: $0, at: level).map(\.noise) },
      unit: state.stage.laboratory.mixture.spread * level.alpha + level.sigma)
  }

  func defect(_ state: AppState) -> (@Sendable ([Point]) -> [Double])? {
    guard let map = state.learnedJumps, !state.frame.level.isClean else { return nil }
    let defect = CompositionDefect(
      of: map, from: state.frame.level, by: state.halfway, to: .clean)
    return { defect.values(at: $0) }
  }

  func cleanPosterior(_ state: AppState) -> GaussianMixture? {
    guard let reading = state.frame.reading, !state.frame.level.isClean else { return nil }
    return state.stage.laboratory.mixture.posterior(of: reading.point, at: state.frame.level)
  }

  private func denoiser(_ state: AppState) -> FlowMapDenoiser? {
    state.learnedJumps.map { FlowMapDenoiser($0) }
  }
}

extension AppState {
  /// The level at half of the time to the data: where two jumps in place of one meet.
  var halfway: NoiseLevel {
    let schedule = stage.laboratory.schedule
    return schedule.level(afterSteps: frame.noisingSteps / 2)
  }
}
