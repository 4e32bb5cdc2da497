/// When the next frame is due: so many seconds after the one before.
struct FramePace {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  private var next: ContinuousClock.Instant

  init(every seconds: Double) {
    last = clock.now
    next = last + .seconds(seconds)
  }

  /// How many seconds there are until it is due.
  var patience: Double { max(0, clock.now.duration(to: next).inSeconds) }

  /// Begins again after a sleep: time that was slept away is not made up for.
  mutating func restart(every seconds: Double) { self = FramePace(every: seconds) }

  /// How many seconds have passed since the frame before, and the next is waited for; nil where the
  /// frame is not due.
  mutating func advance(every seconds: Double) -> Double? {
    let now = clock.now
    guard now >= next else { return nil }
    defer {
      last = now
      // A wait is never quite as long as asked: what was too much is taken from the next one.
      let onTime = next + .seconds(seconds)
      next = onTime > now ? onTime : now + .seconds(seconds)
    }
    return last.duration(to: now).inSeconds
  }
}
