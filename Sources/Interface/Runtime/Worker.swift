import Diffusion
import Foundation
import Synchronization

/// Does one piece of work after another on a thread of its own, away from the screen. What comes of
/// it is told as an action.
final class Worker: Sendable {
  typealias Work = @Sendable () -> Action

  /// What has come of a piece of work.
  struct Answer {
    let name: JobName
    let action: Action
  }

  private struct Queue {
    var isBusy = false
    /// What is done next; handed in again before it is begun, the later work takes its place.
    var next: (name: JobName, work: Work)?
    var answers: [Answer] = []
  }

  private let queue = Mutex(Queue())

  /// Hands in a piece of work.
  func submit(_ work: @escaping Work, named name: JobName) {
    let isBusy = queue.withLock { queue in
      queue.next = (name, work)
      defer { queue.isBusy = true }
      return queue.isBusy
    }
    if isBusy { return }
    let thread = Thread { [self] in
      while let (name, work) = takeWork() {
        let answer = Answer(name: name, action: work())
        queue.withLock { $0.answers.append(answer) }
      }
    }
    thread.stackSize = 1 << 20
    SignalMask.withAllBlocked { thread.start() }
  }

  /// The answers that have come back since the last call.
  func answers() -> [Answer] {
    queue.withLock { queue in
      defer { queue.answers = [] }
      return queue.answers
    }
  }

  private func takeWork() -> (name: JobName, work: Work)? {
    queue.withLock { queue in
      queue.isBusy = queue.next != nil
      defer { queue.next = nil }
      return queue.next
    }
  }
}
