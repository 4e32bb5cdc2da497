/// When a session is kept: a few seconds after something has changed, and no more often.
struct SessionPace {
  /// The most seconds of work that can be lost.
  static let interval = 3.0

  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  private var hasChanged = false

  init() { last = clock.now }

  /// Something on the screen is another by now.
  mutating func note() { hasChanged = true }

  /// How many seconds there are until it has to be kept; infinite where nothing has changed.
  var patience: Double {
    hasChanged ? max(0, Self.interval - last.duration(to: clock.now).inSeconds) : .infinity
  }

  /// Whether it has to be kept now; if so, it is taken to have been.
  mutating func isDue() -> Bool {
    guard patience == 0 else { return false }
    last = clock.now
    hasChanged = false
    return true
  }
}
