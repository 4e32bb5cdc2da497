/// The trainings of other data, other networks and earlier starts, to come back to.
public struct TrainingShelf: Sendable {
  private var kept = Shelf<TrainingKey, TrainingState>(
    capacity: Self.capacity, memoryBudget: 64 << 20)
  /// How often training was started again from fresh weights.
  private var freshStarts = 0

  /// How many trainings are kept beside the present one.
  public static let capacity = 8

  /// Everything that is kept, the latest last.
  public var items: [TrainingState] { kept.items }

  /// What the kept trainings belong to, the latest last.
  var keys: [TrainingKey] { kept.keys }

  /// How many bytes are kept.
  public var bytes: Int { kept.bytes }

  /// Puts a training aside in place of what belonged to the same.
  ///
  /// - Returns: what had to make room.
  mutating func put(_ training: TrainingState) -> [TrainingState] {
    kept.put(training, for: training.key, bytes: training.bytes)
  }

  /// Hands out the training that belongs to a key.
  mutating func take(_ key: TrainingKey) -> TrainingState? { kept.take(key) }

  /// Numbers fresh starts from there on.
  mutating func goOn(after start: Int) { freshStarts = max(freshStarts, start.bounded) }

  /// The number of a start from fresh weights that is new.
  mutating func numberFreshStart() -> Int {
    freshStarts += 1
    return freshStarts
  }
}
