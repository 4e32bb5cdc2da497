import ArgumentParser

/// What shells offer where a thing is meant that has a name or lies in a file. They ask the program
/// itself each time, so that presets of the user's own are among them.
extension CompletionKind {
  static let preset = names { Console.standard.presets.entries.map(\.name) }
  static let lesson = names { ShippedLessons.texts.map(\.id) }
  static let assignment = names {
    AssignmentLibrary(presets: Console.standard.presets).names
  }

  /// - Parameter known: the names; a file has a slash or an ending, as everywhere.
  private static func names(_ known: @escaping @Sendable () -> [String]) -> CompletionKind {
    .custom { _, _, typed in
      known().filter { $0.hasPrefix(typed) } + PresetPath.names(beginning: typed)
    }
  }
}
