extension KeyTable {
  /// The keys that hold outside of lists and questions, as the README shows them.
  public static var markdown: String {
    KeyBinding.Group.allCases.map { group in
      let rows = all.filter { $0.group == group && $0.isOfTheScreen }
      let lines = rows.map { row in
        let keys = row.keys.map { "`\($0.name == "`" ? "backtick" : $0.name)`" }
        return "| \(keys.joined(separator: " ")) | \(row.title) |"
      }
      return "| \(group.rawValue) | |\n|---|---|\n\(lines.joined(separator: "\n"))\n\n"
    }.joined()
  }
}

extension KeyBinding {
  /// Whether the binding holds on the screen itself, not only in something that lies over it.
  public var isOfTheScreen: Bool {
    switch scope {
    case .everywhere, .schedule, .priors, .guidance: true
    case .picker, .help, .command, .palette, .drawing, .words, .confirmQuit: false
    }
  }
}
