/// How many of so many particles have had their turn at a time, where samples are made in two steps
/// and a run takes one particle after the other: first every one in the first step, then every one in
/// the other.
struct ParticleTurns: Sendable, Equatable {
  let first: Int
  let second: Int

  /// - Parameter time: from 0 (data) to 1, the far end.
  init(at time: Double, of count: Int) {
    let share = 2 * (1 - min(max(time, 0), 1))
    first = Int((min(1, share) * Double(count)).rounded())
    second = Int((max(0, share - 1) * Double(count)).rounded())
  }
}
