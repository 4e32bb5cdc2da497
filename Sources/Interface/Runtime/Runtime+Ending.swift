import Foundation
import TextScreen

extension Runtime {
  /// Why the program ends.
  public enum Ending: Sendable, Equatable {
    case quit
    /// A signal asked for it; the number is the signal's.
    case signal(Int32)
    case hangup

    /// The end that this event asks for.
    init?(_ event: InputEvent) {
      switch event {
      case .interrupted: self = .signal(SIGINT)
      case .terminated(let signal): self = .signal(signal)
      case .hangup: self = .hangup
      case .key, .mouse, .paste, .pasteUnfinished, .resized, .focusChanged, .background,
        .backgroundUntold, .reply, .resumed:
        return nil
      }
    }
  }
}
