import CKernels
import Foundation
import Synchronization

/// What one thread waits at until another has done something: for a moment awake, then asleep.
///
/// Awake it answers within a fraction of a microsecond, asleep it takes nothing from others. What
/// is waited for has to be told by atomic values, stored in sequential order before the broadcast.
final class AdaptiveCondition: Sendable {
  /// How often it looks before it sleeps: about 20 microseconds, a fraction of a training step.
  private static let looks = 400

  private let sleepers = Atomic<Int>(0)
  private let condition = NSCondition()

  func wait(until isReady: () -> Bool) {
    for _ in 0..<Self.looks {
      if isReady() { return }
      kernelPause()
    }
    condition.lock()
    // Counted before looking again: whoever does not see a sleeper was seen by its look.
    sleepers.add(1, ordering: .sequentiallyConsistent)
    while !isReady() { condition.wait() }
    sleepers.subtract(1, ordering: .sequentiallyConsistent)
    condition.unlock()
  }

  /// Lets those who wait look again.
  func broadcast() {
    guard sleepers.load(ordering: .sequentiallyConsistent) > 0 else { return }
    condition.lock()
    condition.broadcast()
    condition.unlock()
  }
}
