import TextScreen

/// What can happen to the program and the terminal it runs in.
public enum ProgramAction: Sendable {
  case requestQuit
  case quit
  case saveAndQuit
  case suspend
  case repaint
  case resized(Size)
  /// The theme that suits the terminal, or that the program was started with.
  case usualTheme(Theme)
  /// Something that is worth knowing about the terminal.
  case hint(String)
  /// Something asked of the world went wrong.
  case failed(String)
  /// The session was kept, or could not be.
  case kept(failure: String?)
}

extension ProgramAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateProgram(self) }

  var withinBounds: ProgramAction {
    if case .resized(let size) = self {
      .resized(Size(columns: size.columns.boundedSide, rows: size.rows.boundedSide))
    } else {
      self
    }
  }

  var origin: ActionOrigin {
    switch self {
    case .requestQuit, .quit, .saveAndQuit, .suspend, .repaint: .person
    case .resized, .usualTheme, .hint: .surroundings
    case .failed, .kept: .answer
    }
  }
}
