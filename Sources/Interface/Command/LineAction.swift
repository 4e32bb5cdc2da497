import TextScreen

/// What can happen to a line that is typed: a command, a search in a list or in the palette.
public enum LineAction: Sendable {
  /// Opens the command line with something written in it.
  case openCommandLine(String)
  case openPalette
  case type(Character)
  /// Text from the clipboard, for the line that is being typed.
  case paste(String)
  case erase
  case edit(LineEdit)
  case complete
  /// To the suggestion before.
  case completeBackwards
  /// An older line of the history, or a newer one where the offset is negative.
  case recall(Int)
  /// What a line asked for turned out to be impossible.
  case refused(line: String, String)
}

extension LineAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateLine(self) }

  var withinBounds: LineAction {
    if case .recall(let offset) = self { .recall(offset.bounded) } else { self }
  }

  var isMove: Bool {
    switch self {
    case .type, .erase, .edit, .recall: true
    case .paste, .openCommandLine, .openPalette, .complete, .completeBackwards, .refused: false
    }
  }

  // While a line is mended, what is wrong with it stays.
  var keepsNotice: Bool {
    switch self {
    case .openCommandLine, .openPalette: false
    case .type, .paste, .erase, .edit, .complete, .completeBackwards, .recall, .refused: true
    }
  }
}
