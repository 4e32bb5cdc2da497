import Diffusion
import TextScreen

/// The line in which commands are typed.
extension LineEditor {
  mutating func complete(in state: AppState, by offset: Int = 1) {
    complete(by: offset) {
      $0.suggestions(in: state)
    } needsMore: { text in
      Command.all.contains { $0.value != nil && $0.name == text }
    }
  }

  /// The ways to go on from what is typed.
  func suggestions(in state: AppState) -> [Suggestion] {
    // A word that takes a value may begin other commands too.
    let commands = Command.all.filter { $0.name.hasPrefix(text) }.map {
      Suggestion(line: $0.name, title: $0.usage)
    }
    guard let command = named, command.value != nil, text != command.name else { return commands }
    let value = text.dropFirst(command.name.count + 1)
    let grown = command.growing(String(value), state)
    return grown.filter { $0.hasPrefix(value) && $0 != value }.map {
      Suggestion(line: "\(command.name) \($0)", title: $0)
    } + commands
  }

  /// The command whose words are all typed; where several are, the one of most words.
  private var named: Command? {
    Command.all.filter { text == $0.name || text.hasPrefix($0.name + " ") }
      .max { $0.name.count < $1.name.count }
  }

  /// What the command that is being typed does, once it is clear which.
  func summary(in state: AppState) -> String? {
    let suggested = suggestions(in: state)
    let only = suggested.count == 1 ? Command.all.first { $0.name == suggested[0].line } : nil
    return (named ?? only).map { "\($0.usage): \(state.relabelling($0.summary))" }
  }
}
