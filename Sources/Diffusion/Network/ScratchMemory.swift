import Synchronization

/// Memory that blocks of samples go through a network in: as many pieces as threads ask at a time, kept
/// for those who ask later.
final class ScratchMemory: Sendable {
  private let count: Int
  private let free = Mutex<[AlignedFloats]>([])

  /// - Parameter count: how many floats a piece has, all zero before its first use.
  init(count: Int) { self.count = count }

  func with(_ body: (UnsafeMutablePointer<Float>) -> Void) {
    var piece = free.withLock { $0.popLast() } ?? AlignedFloats(zeros: count)
    piece.withMutablePointer(body)
    free.withLock { $0.append(piece) }
  }
}
