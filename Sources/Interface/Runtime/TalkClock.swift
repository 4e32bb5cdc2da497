/// Tells the screen for a class every second how long the talk has lasted; any other screen need not
/// wake for it.
struct TalkClock {
  private let clock = ContinuousClock()
  private var start: ContinuousClock.Instant?
  private var told = 0

  /// The whole seconds since the talk began, once for each of them.
  mutating func news(isPresented: Bool) -> Int? {
    guard isPresented else {
      start = nil
      return nil
    }
    guard let start else {
      start = clock.now
      told = 0
      return 0
    }
    let seconds = Int(start.duration(to: clock.now).inSeconds)
    guard seconds > told else { return nil }
    told = seconds
    return seconds
  }

  /// How long it is until there is news.
  var patience: Double {
    guard let start else { return .infinity }
    return max(0, Double(told + 1) - start.duration(to: clock.now).inSeconds)
  }
}
