import Diffusion

/// The line in which commands are typed, with completion and a history.
public struct CommandLine: Sendable, Equatable {
  public var text: String
  /// How far back in the history the text is from; 0 is the line being written.
  var recalled = 0
  /// The line being written while an older one is looked at.
  private var draft = ""

  /// The longest line that makes sense.
  private static let mostCharacters = 200

  public init(text: String = "") {
    self.text = text
  }

  mutating func type(_ character: Character) {
    guard text.count < Self.mostCharacters else { return }
    text.append(character)
    recalled = 0
  }

  mutating func erase() {
    _ = text.popLast()
    recalled = 0
  }

  /// Puts an older or newer line of the history in place of this one.
  mutating func recall(_ offset: Int, of history: [String]) {
    let wanted = min(max(0, recalled + offset), history.count)
    if recalled == 0 { draft = text }
    recalled = wanted
    text = wanted == 0 ? draft : history[history.count - wanted]
  }

  /// Writes as much of the word as all suggestions have in common.
  mutating func complete(in state: AppState) {
    let lines = suggestions(in: state).map(\.line)
    guard let first = lines.first else { return }
    let common = lines.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    if common.count > text.count { text = common }
    if lines.count == 1, first == text, needsValue { text.append(" ") }
    recalled = 0
  }

  /// Whether what is typed is a whole command that a value has to follow.
  private var needsValue: Bool {
    Command.all.contains { $0.value != nil && $0.name == text }
  }
}

extension CommandLine {
  /// A way to go on.
  struct Suggestion: Sendable, Equatable {
    /// The whole line.
    let line: String
    /// The part that is shown: a command with its value, or the value alone.
    let title: String
  }

  /// The ways to go on from what is typed.
  func suggestions(in state: AppState) -> [Suggestion] {
    let typed = Command.all.first { $0.value != nil && text.hasPrefix($0.name + " ") }
    if let command = typed {
      let value = text.dropFirst(command.name.count + 1)
      let grown = command.growing(String(value), state)
      return grown.filter { $0.hasPrefix(value) && $0 != value }.map {
        Suggestion(line: "\(command.name) \($0)", title: $0)
      }
    }
    return Command.all.filter { $0.name.hasPrefix(text) }.map {
      Suggestion(line: $0.name, title: $0.usage)
    }
  }

  /// What the command that is being typed does, once it is clear which.
  func summary(in state: AppState) -> String? {
    let known = Command.all.first { text == $0.name || text.hasPrefix($0.name + " ") }
    let suggested = suggestions(in: state)
    let only = suggested.count == 1 ? Command.all.first { $0.name == suggested[0].line } : nil
    return (known ?? only).map { "\($0.usage): \($0.summary)" }
  }
}
