/// A line about work whose length is not known beforehand, renewed ten times a second.
struct PatientLine {
  let title: String
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant

  init(title: String) {
    self.title = title
    start = clock.now
    shown = start
  }

  /// The line for a share of the work, or nil where the last one is fresh.
  mutating func text(at fraction: Double) -> String? {
    let now = clock.now
    guard shown.duration(to: now) > .milliseconds(100) else { return nil }
    shown = now
    let share = min(max(fraction, 0), 1)
    let percent = "\(title)  \(Int(100 * share)) %"
    guard share > 0.02 else { return percent }
    let left = start.duration(to: now) / .seconds(1) * (1 - share) / share
    return "\(percent)  about \(Int(left.rounded(.up))) s left"
  }
}
