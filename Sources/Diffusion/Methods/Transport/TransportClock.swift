/// The time by which a class moves: the common time, or a window of it.
///
/// Within its window a class goes from 0 to 1 with a soft start and a soft stop,
/// `3 u² − 2 u³`; before and after it rests at its ends.
public struct TransportClock: Sendable, Hashable {
  let first: Double
  let last: Double
  private let isCommon: Bool

  /// Everybody's time.
  public static let common = TransportClock(first: 0, last: 1, isCommon: true)

  private init(first: Double, last: Double, isCommon: Bool) {
    self.first = first
    self.last = last
    self.isCommon = isCommon
  }

  /// A clock that runs between two times.
  init(from first: Double, to last: Double) {
    precondition(0 <= first && first < last && last <= 1, "a window lies within the time there is")
    self.init(first: first, last: last, isCommon: false)
  }

  /// How much of the time a window takes: short enough that few classes are under way at once.
  private static let share = 0.3

  /// The windows of classes that set out one after another.
  static func staggered(_ count: Int) -> [TransportClock] {
    guard count > 1 else { return [TransportClock](repeating: .common, count: count) }
    return (0..<count).map { index in
      let first = (1 - share) * Double(index) / Double(count - 1)
      return TransportClock(from: first, to: min(1, first + share))
    }
  }

  /// The class's own time and how fast it goes.
  func reading(at time: Double) -> (time: Double, rate: Double) {
    if isCommon { return (time, 1) }
    let share = (time - first) / (last - first)
    if share <= 0 { return (0, 0) }
    if share >= 1 { return (1, 0) }
    return (share * share * (3 - 2 * share), 6 * share * (1 - share) / (last - first))
  }
}
