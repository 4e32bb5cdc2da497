import Diffusion

/// What can happen to the place in time.
public enum TimeAction: Sendable {
  case togglePlay
  case step(Int)
  /// To a step of the run; numbers beyond the ends mean the ends.
  case seek(step: Int)
  /// To a place on the timeline: 0 is data, 1 is noise.
  case seekTime(Double)
  case goToStart
  case goToEnd
  case changeSpeed(faster: Bool)
  case toggleDirection
  case toggleLoop
  case toggleWay
  case toggleSlowMotion
  /// Time has passed.
  ///
  /// - Parameters:
  ///   - seconds: since the last tick.
  ///   - work: how many model calls for one point the state may spend on this frame.
  case tick(seconds: Double, work: Int)
  /// Steps were made beside the screen.
  case simulated(Simulation, seconds: Double)
  /// Pairs were matched beside the screen.
  case matched(Matching)
}

extension TimeAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateTime(self) }

  func obstacle(in state: AppState) -> String? {
    switch self {
    case .toggleWay: state.stage.method.noWays
    case .togglePlay, .step, .seek, .seekTime, .goToStart, .goToEnd, .changeSpeed,
      .toggleDirection, .toggleLoop, .toggleSlowMotion, .tick, .simulated, .matched:
      nil
    }
  }

  var withinBounds: TimeAction {
    switch self {
    case .step(let count): .step(count.bounded)
    case .seek(let step): .seek(step: step.bounded)
    case .seekTime(let time): .seekTime(time.bounded)
    case .tick(let seconds, let work): .tick(seconds: max(0, seconds.bounded), work: max(0, work))
    case .togglePlay, .goToStart, .goToEnd, .changeSpeed, .toggleDirection, .toggleLoop,
      .toggleWay, .toggleSlowMotion, .simulated, .matched:
      self
    }
  }

  var origin: ActionOrigin {
    switch self {
    case .tick: .surroundings
    case .simulated, .matched: .answer
    case .togglePlay, .step, .seek, .seekTime, .goToStart, .goToEnd, .changeSpeed,
      .toggleDirection, .toggleLoop, .toggleWay, .toggleSlowMotion:
      .person
    }
  }

  var isMove: Bool {
    switch self {
    case .step, .seek, .seekTime, .changeSpeed: true
    case .togglePlay, .goToStart, .goToEnd, .toggleDirection, .toggleLoop, .toggleWay,
      .toggleSlowMotion, .tick, .simulated, .matched:
      false
    }
  }
}
