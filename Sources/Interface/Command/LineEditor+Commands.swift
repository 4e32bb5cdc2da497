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
