import Diffusion
import TextScreen

@testable import Interface

/// States for the tests of the plane and of the screen.
enum PlaneStates {
  static func state(
    _ size: Size = Size(columns: 100, rows: 30), particles: Int = 64,
    distribution: DistributionSpecification = .named(.eightGaussians), timesteps: Int = 40,
    model: ModelSpecification.Kind = .exact
  ) throws -> AppState {
    var experiment = Experiment(distribution: distribution, particles: particles)
    experiment.schedule.timesteps = timesteps
    experiment.model.kind = model
    var state = try AppState(experiment: experiment, size: size)
    state.playback.isPlaying = false
    state.view.field = .off
    return state
  }

  /// The cloud alone, without what is drawn over it.
  static func bare(_ state: AppState) -> AppState {
    var bare = state
    bare.view.show(.trails, false)
    bare.frame.inspection = nil
    return bare
  }

  /// Everything the plane can show at once.
  static func laden(_ size: Size, particles: Int = 64) throws -> AppState {
    var state = try state(size, particles: particles)
    for _ in 0..<12 { _ = state.update(.time(.step(1))) }
    state.view.ground = .density
    state.view.field = .exact
    return state
  }

  /// One Gaussian in the middle of the world.
  static func oneGaussian(_ deviation: Double = 1) -> DistributionSpecification {
    .components([
      GaussianMixture.Component(
        mean: .zero, covariance: Covariance(standardDeviation: deviation), label: "one")
    ])
  }

  static func plane(_ state: AppState, glyphs: Glyphs = .braille) -> Surface {
    var surface = Surface(size: state.size, glyphs: glyphs)
    PlanePanel.draw(state, on: &surface, in: surface.bounds)
    return surface
  }

  /// The cells of the plane that fills a screen of this size.
  static func room(_ state: AppState) -> Rect { Rect(state.size).inset(by: 1) }
}
