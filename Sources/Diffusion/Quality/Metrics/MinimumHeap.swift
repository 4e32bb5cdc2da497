/// Numbered items by rising keys; of items with equal keys the one with the greatest number first.
struct MinimumHeap {
  struct Item {
    let key: Double
    let number: Int

    @inline(__always)
    func precedes(_ other: Item) -> Bool {
      key < other.key || key == other.key && number > other.number
    }
  }

  private var items: [Item] = []

  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  mutating func push(_ number: Int, key: Double) {
    let item = Item(key: key, number: number)
    var place = items.count
    items.append(item)
    while place > 0 {
      let above = (place - 1) / 2
      if !item.precedes(items[above]) { break }
      items[place] = items[above]
      place = above
    }
    items[place] = item
  }

  mutating func popFirst() -> Item? {
    guard let last = items.popLast() else { return nil }
    guard let first = items.first else { return last }
    var place = 0
    while true {
      var child = 2 * place + 1
      if child >= items.count { break }
      if child + 1 < items.count && items[child + 1].precedes(items[child]) { child += 1 }
      if !items[child].precedes(last) { break }
      items[place] = items[child]
      place = child
    }
    items[place] = last
    return first
  }
}
