import Diffusion
import Foundation
import Synchronization

/// Does one piece of work after another on a thread of its own, away from the screen. What comes of
/// it is told as an action.
final class Desk: Sendable {
  typealias Work = @Sendable () -> Action

  private struct Tray {
    var isBusy = false
    /// What is done next; handed in again before it is begun, the later work takes its place.
    var next: Work?
    var answers: [Action] = []
  }

  private let tray = Mutex(Tray())

  /// Hands in a piece of work.
  func submit(_ work: @escaping Work) {
    let isBusy = tray.withLock { tray in
      tray.next = work
      defer { tray.isBusy = true }
      return tray.isBusy
    }
    if isBusy { return }
    let thread = Thread { [self] in
      while let work = takeWork() {
        let answer = work()
        tray.withLock { $0.answers.append(answer) }
      }
    }
    thread.stackSize = 1 << 20
    SignalMask.withAllBlocked { thread.start() }
  }

  /// The answers that have come back since the last call.
  func answers() -> [Action] {
    tray.withLock { tray in
      defer { tray.answers = [] }
      return tray.answers
    }
  }

  private func takeWork() -> Work? {
    tray.withLock { tray in
      tray.isBusy = tray.next != nil
      defer { tray.next = nil }
      return tray.next
    }
  }
}
