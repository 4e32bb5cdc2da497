extension KeyTable {
  /// The keys of the screen, of lists and of the command line, as the README shows them.
  public static var markdown: String {
    let groups = KeyBinding.Group.allCases.map { group in
      (title: group.rawValue, bindings: all.filter { $0.group == group && $0.isOfTheScreen })
    }
    return (groups + inOverlays).map { title, bindings in
      let lines = bindings.map { row in
        let keys = row.keys.map { "`\($0.name == "`" ? "backtick" : $0.name)`" }
        return "| \(cell(keys.joined(separator: " "))) | \(cell(row.title)) |"
      }
      return "| \(title) | |\n|---|---|\n\(lines.joined(separator: "\n"))\n\n"
    }.joined()
  }

  /// A text in a cell of a table, which an upright line would end.
  private static func cell(_ text: String) -> String {
    String(text.flatMap { $0 == "|" ? ["\\", $0] : [$0] })
  }

  /// The keys of what lies over the screen and is often used, under their headings.
  static let inOverlays: [(title: String, bindings: [KeyBinding])] = [
    ("Lists", all.filter { $0.scope == .picker }),
    ("Command line", all.filter { $0.scope == .command }),
  ]
}

extension KeyBinding {
  /// Whether the binding holds on the screen itself, not only in something that lies over it.
  public var isOfTheScreen: Bool {
    switch scope {
    case .everywhere, .panel: true
    case .overlay, .lesson: false
    }
  }
}
