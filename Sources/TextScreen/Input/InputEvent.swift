/// Whatever reaches the program from outside while its screen is open.
public enum InputEvent: Sendable, Hashable {
  case key(Key)
  case mouse(Mouse)
  /// Text came from the clipboard, with everything that was in it: line ends and control characters
  /// too. It is text, never keys.
  case paste(String)
  /// A paste has begun, and nothing came for a while, not its end either: Ctrl-C ends it now.
  case pasteUnended
  case resized(Size)
  case focusChanged(Bool)
  /// The terminal said what colour its background has.
  case background(RGB)
  /// The terminal was asked for that colour, and has not told it within the time that this takes.
  case backgroundUntold
  /// The terminal answered something else.
  case reply(TerminalReply)
  /// Ctrl-C, or SIGINT from elsewhere.
  case interrupted
  /// A signal asks the program to end, such as SIGTERM; the number is the signal's.
  case terminated(signal: Int32)
  /// The terminal went away: nobody is looking any more.
  case hangup
  /// The program runs again after it was suspended; the screen has been restored.
  case resumed

  /// Whether it is a key that was pressed.
  public var isKey: Bool { if case .key = self { true } else { false } }
}
