import Diffusion

/// A place in a run: after which of its steps, and what holds there.
///
/// Only the stage makes one, within the length of its run. It carries its level and its times along,
/// so that they never have to be looked up in a run that may be another by then.
public struct RunPlace: Sendable, Equatable {
  /// Which run of the stage it is of; a place of another tells nothing of the present one.
  let run: Int
  public let direction: Direction
  /// The step of the run, from 0 to `length`.
  public let step: Int
  public let length: Int
  /// How many noising steps of the schedule this level has behind it, from 0 to `timesteps`.
  public let noisingSteps: Int
  public let timesteps: Int
  public let level: NoiseLevel
  /// The time of the step, from 0 (data) to 1.
  let time: Double

  fileprivate init(_ stage: Stage, _ direction: Direction, at step: Int) {
    run = stage.run
    self.direction = direction
    length = stage.length(direction)
    self.step = min(max(0, step), length)
    noisingSteps = stage.noisingSteps(direction, at: step)
    timesteps = stage.laboratory.schedule.timesteps
    level = stage.level(direction, at: step)
    time = stage.time(direction, at: step)
  }
}

extension Stage {
  /// The place of a run after so many steps; one before its start or beyond its end is that end.
  public func place(_ direction: Direction, at step: Int) -> RunPlace {
    RunPlace(self, direction, at: step)
  }
}

extension Playback {
  /// Whether what is remembered of a run can be of one of so many steps.
  func isWithin(_ length: Int) -> Bool {
    position >= 0 && position <= Double(length)
      && (target.map { (0...length).contains($0) } ?? true)
  }

  /// Brings what is remembered of a run into one of so many steps.
  mutating func keep(within length: Int) {
    if !(position >= 0) { position = 0 }
    if position > Double(length) { position = Double(length) }
    if let wanted = target { target = min(max(0, wanted), length) }
  }
}
