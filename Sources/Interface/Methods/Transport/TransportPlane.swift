import Diffusion
import TextScreen

/// The plane of a transport: a velocity moves every point, and the prior is a place of its own.
struct TransportPlane: MethodPlane {
  var layers: [PlaneLayer] {
    [.tubes, .tubeSections, .velocityMarks, .tubeMeetings, .priorHandles]
  }

  /// Ways are shown from class to class.
  let trail = PlaneTrails.Length(bright: 4, whole: 4)

  func world(of laboratory: Laboratory) -> PlaneFit.World {
    guard let transport = laboratory.transport else {
      return PlaneFit.World(of: laboratory.mixture, noise: .standard)
    }
    return PlaneFit.World(
      of: laboratory.mixture, and: transport.prior, noise: .prior(extent: transport.reach * 1.1))
  }

  /// The velocity along the way of the run, in units of the data's size.
  func pulls(at places: [Point], _ marginal: Marginal?, _ state: AppState) -> [Point] {
    let sign: Double = state.frame.direction == .forward ? 1 : -1
    let unit = sign / state.stage.laboratory.mixture.spread
    return state.velocities(state.view.field, at: places, isLed: true).map { unit * $0 }
  }

  func unitOfPulls(_ state: AppState, _ glyphs: Glyphs) -> String {
    "velocity / \(Text.short(state.stage.laboratory.mixture.spread))"
  }

  /// A velocity of the data's own size in all of the time has about unit length.
  func error(_ marginal: Marginal, _ state: AppState) -> (@Sendable ([Point]) -> [Double])? {
    guard state.training.weights != nil else { return nil }
    let unit = state.stage.laboratory.mixture.spread
    return { places in
      zip(state.velocities(.learned, at: places), state.velocities(.exact, at: places)).map {
        ($0 - $1).length / unit
      }
    }
  }

  /// An exact velocity may turn: what it turns is taken off. It is the curl per unit of time.
  func fieldWithoutCurl(_ state: AppState) -> CurlMap.Field? {
    guard state.training.weights != nil else { return nil }
    let spread = state.stage.laboratory.mixture.spread
    return CurlMap.Field(
      answers: { places in
        zip(state.velocities(.learned, at: places), state.velocities(.exact, at: places)).map {
          1 / spread * ($0 - $1)
        }
      }, unit: spread)
  }

  func cleanPosterior(_ state: AppState) -> GaussianMixture? {
    state.frame.velocityReading.flatMap {
      state.stage.laboratory.exactVelocityField?.posterior(
        of: $0.point, given: state.conditioningOfParticle, at: $0.time)
    }
  }
}
