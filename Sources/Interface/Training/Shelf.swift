import TextScreen

/// The last few things that were put aside, found again by what they belong to.
///
/// Bounded in number and in bytes: what was put aside longest ago makes room.
public struct Shelf<Key: Sendable & Equatable, Item: Sendable>: Sendable {
  private struct Entry: Sendable {
    let key: Key
    let item: Item
    let bytes: Int
  }

  /// The most things kept.
  public let capacity: Int
  /// The most bytes kept; one thing is kept however large it is.
  public let memoryBudget: Int
  private var entries: [Entry] = []

  public init(capacity: Int, memoryBudget: Int) {
    self.capacity = capacity
    self.memoryBudget = memoryBudget
  }

  /// Everything that is kept, the latest last.
  public var items: [Item] { entries.map(\.item) }

  /// What the kept things belong to, the latest last.
  public var keys: [Key] { entries.map(\.key) }

  /// Puts something aside in place of what belonged to the same key.
  ///
  /// - Returns: what had to make room.
  public mutating func put(_ item: Item, for key: Key, bytes: Int) -> [Item] {
    entries.removeAll { $0.key == key }
    entries.append(Entry(key: key, item: item, bytes: bytes))
    var dropped: [Item] = []
    while entries.count > 1, entries.count > capacity || self.bytes > memoryBudget {
      dropped.append(entries.removeFirst().item)
    }
    return dropped
  }

  /// Hands out what belongs to a key.
  public mutating func take(_ key: Key) -> Item? {
    guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
    return entries.remove(at: index).item
  }

  /// How many bytes are kept.
  public var bytes: Int { entries.reduce(0) { $0 + $1.bytes } }
}
