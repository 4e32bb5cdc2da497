/// Why a terminal could not be opened; nothing has been changed on it.
public enum TerminalError: Error, Hashable, CustomStringConvertible {
  case inputIsNoTerminal
  case outputIsNoTerminal
  case tooSimple(kind: String)
  case notDescribed(kind: String)
  case alreadyOpen
  case failed

  public var description: String {
    switch self {
    case .inputIsNoTerminal:
      "standard input is not a terminal, and the screen needs one for its keys"
    case .outputIsNoTerminal:
      "standard output is not a terminal; `stipple render` makes a picture without one"
    case .tooSimple(let kind):
      "the terminal '\(kind)' (from TERM) cannot place the cursor; "
        + "try TERM=xterm-256color, or `stipple render` for a picture"
    case .notDescribed(let kind):
      "there is no description of the terminal '\(kind)' (from TERM), nor of xterm; "
        + "install the package ncurses-base"
    case .alreadyOpen:
      "the terminal is open already"
    case .failed:
      "ncurses could not take over the terminal"
    }
  }
}
