import Diffusion
import TextScreen

@testable import Interface

extension Experiment {
  /// Eight classes with priors in an arrangement, small enough for a debug build.
  static func transport(
    _ arrangement: Arrangement, sampler: Sampler = .ode, particles: Int = 64
  ) throws -> Experiment {
    var experiment = Experiment(
      schedule: ScheduleSpecification(kind: .straightLine, timesteps: 40),
      model: ModelSpecification(kind: .exact, network: NetworkSpecification(hidden: [8])),
      particles: particles)
    experiment.training.batch = 16
    try experiment.arrange(arrangement)
    // As much noise as so few steps can follow.
    experiment.transport?.diffusion = 0.5
    experiment.sampler = SamplerSpecification(kind: sampler, steps: sampler == .ode ? nil : 20)
    return experiment
  }
}

extension Player {
  /// A screen on a transport, paused.
  static func transport(
    _ arrangement: Arrangement, sampler: Sampler = .ode, size: Size = Size(columns: 120, rows: 40)
  ) throws -> Player {
    var player = try Player(try .transport(arrangement, sampler: sampler), size: size)
    player.state.playback.isPlaying = false
    return player
  }

  /// Says a line of the command language.
  mutating func command(_ line: String) throws {
    for action in try Command.actions(for: line, in: state) { perform(action) }
  }

  /// Goes to the end of the way back.
  mutating func goToData() throws {
    if state.playback.direction == .forward { perform(.time(.toggleDirection)) }
    perform(.time(.goToEnd))
    arrive()
    wait(0.2)
  }

  var shown: Surface { ScreenPicture.draw(state: state, glyphs: .braille) }
}
