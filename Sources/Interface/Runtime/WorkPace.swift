/// How much of the model a frame may ask for, learned from how long it took.
struct WorkPace {
  /// Model calls for one point that fit into a frame before anything is known of a workload: few,
  /// because a call may take a thousand times as long as another, and the first frame of a run
  /// should not be late.
  private static let first = 4_000
  /// The share of a frame that the simulation may take; the rest belongs to drawing and keys.
  private static let share = 0.4
  /// How much the newest frame counts against what was learned before.
  private static let weight = 0.2
  /// How many workloads are remembered.
  private static let most = 64

  private var secondsPerCall: [Workload: Double] = [:]

  /// Model calls for one point that fit into a frame.
  ///
  /// - Parameter frame: how many seconds a frame has.
  func work(for workload: Workload, frame: Double) -> Int {
    secondsPerCall[workload].map { Int(min(1e7, max(100, Self.share * frame / $0))) } ?? Self.first
  }

  /// Learns from one frame.
  ///
  /// - Parameters:
  ///   - calls: how many model calls for one point the frame made; frames without any tell nothing.
  ///   - spent: how many seconds they took.
  mutating func learn(_ workload: Workload, calls: Int, spent: Double) {
    guard calls > 0, spent > 0 else { return }
    let latest = spent / Double(calls)
    let before = secondsPerCall[workload]
    if before == nil && secondsPerCall.count >= Self.most { secondsPerCall = [:] }
    secondsPerCall[workload] = before.map { $0 + Self.weight * (latest - $0) } ?? latest
  }
}
