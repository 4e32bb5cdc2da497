import Diffusion
import TextScreen

extension AppState {
  mutating func updateTime(_ action: TimeAction) -> [Effect] {
    switch action {
    case .togglePlay:
      togglePlay()
    case .step(let count):
      playback.isPlaying = false
      seek(to: playback.step + count)
    case .seek(let step):
      seek(to: step)
    case .seekTime(let time):
      let timesteps = stage.laboratory.schedule.timesteps
      let steps = Int((min(max(time, 0), 1) * Double(timesteps)).rounded())
      seek(to: stage.step(playback.direction, nearestTo: steps))
    case .goToStart:
      seek(to: 0)
    case .goToEnd:
      seek(to: stage.length(playback.direction))
    case .changeSpeed(let faster):
      playback.speed = playback.speed(faster: faster)
      say("speed × \(Text.short(playback.speed))")
    case .toggleDirection:
      turn()
    case .toggleLoop:
      playback.loops.toggle()
      say(playback.loops ? "loop on: one direction leads into the other" : "loop off")
    case .toggleWay:
      if let reason = stage.method.noWays {
        say(reason)
        return []
      }
      let way: ForwardProcess = stage.way == .walk ? .jump : .walk
      stage = stage.going(way)
      if let beside = other { other?.stage = beside.stage.going(way) }
      simulation.forget()
      trails = Trails()
      say(
        way == .walk
          ? "forward by the walk: one Markov step after another"
          : "forward by the jump: the closed-form kernel, straight from the data")
    case .toggleSlowMotion:
      toggleSlowMotion()
    case .tick(let seconds, let work):
      return tick(seconds: seconds, work: work)
    case .simulated(let simulation, let seconds):
      return onSide(simulation.side) { $0.take(simulation, seconds: seconds) }
    case .matched(let done):
      return take(done)
    }
    return []
  }

  private mutating func toggleSlowMotion() {
    playback.isSlow.toggle()
    guard playback.isSlow else {
      sendCircuitBack()
      return say("the usual pace")
    }
    playback.isPlaying = true
    if playback.step >= stage.length(playback.direction) { restartRun() }
    say(
      bringCircuitForward()
        ? "slow motion: every step takes four seconds; z goes back"
        : "slow motion: every step takes four seconds; the particle's panel tells its numbers")
  }

  private mutating func togglePlay() {
    // A redrawn cloud is no moment of a run: playing begins one.
    let begins = isRedrawing
    playback.isPlaying.toggle()
    if begins { restartRun() }
    let atEnd = playback.step >= stage.length(playback.direction)
    if playback.isPlaying && playback.direction == .reverse && playback.step == 0 {
      restartReverse()
    }
    if playback.isPlaying && atEnd {
      if playback.loops { turn(fromEnd: true) } else { restartRun() }
    }
  }

  /// Goes to a step of the run, or on its way there if the run has not got so far.
  mutating func seek(to step: Int) {
    let bounded = min(max(0, step), stage.length(playback.direction))
    let shown = shownStep(bounded)
    // A trail is made of steps; a leap would draw a line where nothing ever went.
    if !(0...10).contains(shown - playback.step) { trails = Trails() }
    playback.position = Double(shown)
    playback.target = shown == bounded ? nil : bounded
    playback.rest = 0
  }

  /// The nearest step to `step` that can be shown at once: in the forward direction any, because
  /// the kernel stands in; else as far as the run has got, or where it is until what lies behind
  /// has been made again.
  private func shownStep(_ step: Int) -> Int {
    if playback.direction == .forward || isRedrawing { return step }
    let reached = min(step, stage.reach(.reverse))
    return canShow(reached) ? reached : min(playback.step, stage.reach(.reverse))
  }

  /// Turns round. In the middle of a run the place in time is kept; at the end of one the other
  /// starts from its beginning.
  mutating func turn(fromEnd: Bool = false) {
    let noisingSteps = stage.noisingSteps(playback.direction, at: playback.step)
    playback.direction = playback.direction.opposite
    if playback.direction == .reverse { restartReverse() }
    trails = Trails()
    if fromEnd {
      playback.position = 0
      playback.target = nil
    } else {
      seek(to: stage.step(playback.direction, nearestTo: noisingSteps))
    }
  }

  /// Gives up the step that the run waits for, and rests where it is.
  mutating func callOffStep() {
    simulation.callOff()
    playback.isPlaying = false
    playback.target = nil
    say("the step is called off; space goes on")
  }

  private mutating func restartRun() {
    if playback.direction == .reverse { restartReverse() }
    trails = Trails()
    seek(to: 0)
  }

  /// Starts the reverse run anew with the model as it is now; the run keeps it to its end. The
  /// other side of a comparison starts anew with it, so that both ask the same network.
  mutating func restartReverse() {
    restartFront()
    _ = beside { state in
      let place = state.playback.target ?? state.playback.step
      state.restartFront()
      state.seek(to: place)
      return []
    }
  }

  /// Starts the reverse run of the side in hand anew.
  mutating func restartFront() {
    simulation.forget()
    // Before the first report of training there is no network yet: the exact answer stands in for a
    // moment and the title says so.
    stage = stage.restarted(
      with: experiment.model.kind == .exact ? nil : training.shownWeights, guides: guides)
  }
}
