import Diffusion
import TextScreen

/// The plane of flow maps: as that of a diffusion, with jumps to the data over it.
struct FlowMapPlane: NoisingPlane {
  var layers: [PlaneLayer] { [.jumps] }
  var trail: PlaneTrails.Length { PlaneTrails.Length(bright: 4, whole: 4) }

  func defect(_ state: AppState) -> (@Sendable ([Point]) -> [Double])? {
    guard let map = state.learnedJumps, !state.frame.level.isClean else { return nil }
    let defect = CompositionDefect(
      of: map, from: state.frame.level, by: state.halfway, to: .clean)
    return { defect.values(at: $0) }
  }

  func denoiser(_ state: AppState) -> (any Denoiser)? {
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
