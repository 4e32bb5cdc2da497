/// The blocks that a batch goes through the network in.
struct Blocks: Sequence {
  private let count: Int

  init(of count: Int) { self.count = count }

  func makeIterator() -> AnyIterator<Range<Int>> {
    var first = 0
    return AnyIterator { [count] in
      guard first < count else { return nil }
      defer { first += MLP.blockSize }
      return first..<Swift.min(first + MLP.blockSize, count)
    }
  }
}
