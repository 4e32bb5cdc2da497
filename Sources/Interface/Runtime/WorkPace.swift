/// How much of the model a frame may ask for, learned from how long it took.
struct WorkPace {
  /// Model calls for one point that fit into a frame.
  private(set) var work = 8_000

  /// The share of a frame that the simulation may take; the rest belongs to drawing and keys.
  private static let share = 0.4
  /// How much the newest frame counts against what was learned before.
  private static let weight = 0.2

  private var secondsPerCall: Double?

  /// Learns from one frame.
  ///
  /// - Parameters:
  ///   - calls: how many model calls for one point the frame made; frames without any tell nothing.
  ///   - spent: how many seconds they took.
  ///   - frame: how many seconds a frame has.
  mutating func learn(calls: Int, spent: Double, frame: Double) {
    guard calls > 0, spent > 0 else { return }
    let latest = spent / Double(calls)
    let learned = secondsPerCall.map { $0 + Self.weight * (latest - $0) } ?? latest
    secondsPerCall = learned
    work = Int(min(1e7, max(100, Self.share * frame / learned)))
  }
}
