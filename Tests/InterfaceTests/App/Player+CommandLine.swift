import TextScreen

@testable import Interface

extension Player {
  /// Opens the command line and types.
  mutating func type(_ text: String) {
    press(":")
    write(text)
  }

  mutating func write(_ text: String) {
    for character in text { press(character == " " ? "space" : String(character)) }
  }

  /// The command line, if it is open.
  var line: LineEditor? {
    if case .command(let line) = state.overlay { line } else { nil }
  }

  /// Says a line of the command line.
  mutating func say(_ line: String) throws {
    for action in try Command.actions(for: line, in: state) { perform(action) }
  }
}
