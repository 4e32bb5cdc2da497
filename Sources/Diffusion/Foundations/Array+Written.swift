extension Array {
  /// So many elements, all of which a closure writes straight into their memory.
  ///
  /// Where there are none, nothing is written: Swift's own initializer sets the count even of the
  /// one empty array that all threads share (see findings/thread-sanitizer-empty-array.sh).
  @inline(__always)
  init(count: Int, writing write: (_ memory: UnsafeMutableBufferPointer<Element>) -> Void) {
    guard count > 0 else {
      self = []
      return
    }
    self.init(unsafeUninitializedCapacity: count) { memory, made in
      write(memory)
      made = count
    }
  }

  /// The elements of parts, one after the other.
  init(joining parts: [[Element]]) {
    self.init(count: parts.reduce(0) { $0 + $1.count }) { memory in
      var rest = memory[...]
      for part in parts {
        _ = UnsafeMutableBufferPointer(rebasing: rest).initialize(from: part)
        rest = rest.dropFirst(part.count)
      }
    }
  }
}
