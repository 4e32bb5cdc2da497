import Diffusion
import Dispatch
import Foundation
import Synchronization

/// Takes note of ctrl-C in place of dying of it, so that work can end with what it has found.
struct InterruptNote {
  private final class Note: Sendable {
    let isWritten = Atomic(false)
  }

  private let note = Note()
  private let source: any DispatchSourceSignal

  init() {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [note] in note.isWritten.store(true, ordering: .relaxed) }
    source.resume()
  }

  /// Throws once somebody has asked for the end.
  func check() throws(MetricInterrupted) {
    if note.isWritten.load(ordering: .relaxed) { throw MetricInterrupted() }
  }

  /// Lets ctrl-C end the process again.
  func cancel() {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }
}
