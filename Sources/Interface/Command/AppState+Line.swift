import Diffusion
import TextScreen

extension AppState {
  mutating func updateLine(_ action: LineAction) -> [Effect] {
    switch action {
    case .openCommandLine(let text):
      overlay = .command(LineEditor(text: text))
      return []
    case .openPalette:
      openPalette()
      return []
    case .refused(let line, let reason):
      warn(reason)
      if overlay == nil { overlay = .command(LineEditor(text: line)) }
      return []
    case .paste(let text):
      paste(text)
      return []
    case .type, .erase, .edit, .complete, .completeBackwards, .recall:
      return updateTyping(action)
    }
  }

  /// Something is typed, in whatever is open for it.
  private mutating func updateTyping(_ action: LineAction) -> [Effect] {
    if case .palette(let palette) = overlay {
      updatePalette(palette, action)
      return []
    }
    if case .picker(var picker) = overlay {
      if case .type(let character) = action { picker.list.type(character) }
      if case .erase = action { picker.list.erase() }
      overlay = .picker(picker)
      return []
    }
    guard case .command(var line) = overlay else { return [] }
    switch action {
    case .type(let character): line.type(character)
    case .erase where line.text.isEmpty:
      overlay = nil
      return []
    case .erase: line.erase()
    case .edit(let edit): line.edit(edit)
    case .complete: line.complete(in: self)
    case .completeBackwards: line.complete(in: self, by: -1)
    case .recall(let offset): line.recall(offset, of: drafts.lines)
    case .openCommandLine, .openPalette, .paste, .refused: break
    }
    overlay = .command(line)
    return []
  }

  /// Does what a line says; what cannot be done is told and can be mended.
  mutating func run(_ line: LineEditor) -> [Effect] {
    let text = line.text.trimmed
    guard !text.isEmpty else {
      overlay = nil
      return []
    }
    drafts.lines.remember(text)
    let before = history.present
    do {
      let actions = try Command.actions(for: text, in: self)
      for action in actions {
        if let reason = obstacle(to: action) { throw CommandError(reason) }
      }
      overlay = nil
      let effects = actions.flatMap { route($0) }
      let isRefused = notice?.tone == .warning && history.present == before
      if isRefused && overlay == nil { overlay = .command(line) }
      return effects
    } catch {
      warn("\(error)")
      overlay = .command(line)
      return []
    }
  }
}

extension String {
  /// The text without spaces at its ends.
  fileprivate var trimmed: String {
    split(separator: " ").joined(separator: " ")
  }
}
