import Diffusion

extension AppState {
  /// Lets time pass: the run moves on by the pace of the clock and by what the frame can afford.
  mutating func tick(seconds: Double, work: Int) -> [Effect] {
    fadeNotice(seconds)
    let before = stage.reach(playback.direction)
    let affordable = max(1, work / callsOfStep)
    if playback.target != nil {
      pursueTarget(affordable: affordable)
    } else if playback.isPlaying {
      play(seconds: seconds, affordable: affordable)
    }
    if isCatchingUp { stage.extend(.forward, by: affordable) }
    callsOfLastTick = (stage.reach(playback.direction) - before) * callsOfStep
    return measureIfDue()
  }

  /// Whether the walk has not yet made the steps that are on the screen.
  var isCatchingUp: Bool {
    playback.direction == .forward && stage.reach(.forward) < playback.step
  }

  /// Model calls for one point in a step of the run; a noising step counts as one for every eight
  /// points.
  private var callsOfStep: Int {
    switch playback.direction {
    case .forward: max(1, experiment.particles / 8)
    case .reverse: max(1, experiment.particles * experiment.sampler.kind.callsPerStep)
    }
  }

  private mutating func fadeNotice(_ seconds: Double) {
    guard var fading = notice else { return }
    fading.remaining -= seconds
    notice = fading.remaining > 0 ? fading : nil
  }

  private mutating func pursueTarget(affordable: Int) {
    guard let target = playback.target else { return }
    let direction = playback.direction
    stage.extend(direction, by: min(affordable, target - stage.reach(direction)))
    let step = min(target, stage.reach(direction))
    playback.position = Double(step)
    if step == target { playback.target = nil }
  }

  private mutating func play(seconds: Double, affordable: Int) {
    let direction = playback.direction
    let length = stage.length(direction)
    if playback.step >= length {
      rest(seconds)
      return
    }
    let pace =
      Double(length) / Playback.duration(direction) * playback.speed
      * Playback.ease(atTime: frame.time)
    // After a stall the run does not leap to catch up.
    let wanted = playback.position + pace * min(seconds, 0.25)
    // One step ahead, so that the inspected particle's next place is known.
    let missing = Int(wanted) + 1 - stage.reach(direction)
    if missing > 0 { stage.extend(direction, by: min(missing, affordable)) }
    let limit = min(length, stage.reach(direction))
    playback.position = min(wanted, Double(limit) + (limit == length ? 0 : 0.999))
    if playback.step >= length { playback.rest = Playback.restAtEnd }
  }

  private mutating func rest(_ seconds: Double) {
    playback.rest -= seconds
    guard playback.rest <= 0 else { return }
    if playback.loops {
      turn(fromEnd: true)
    } else {
      playback.isPlaying = false
    }
  }
}
