/// One thing for each side of a comparison.
struct Pair<Item> {
  private let a: Item
  private let b: Item

  init(_ make: () -> Item) {
    a = make()
    b = make()
  }

  subscript(side: Side) -> Item { side == .a ? a : b }

  var all: [Item] { [a, b] }
}
