extension String {
  /// The text with a `?` for every character that a terminal would obey instead of showing it.
  var printable: String {
    guard hasControls() else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.isControl ? "?" : $0 }))
  }

  /// Whether there are characters that a terminal would obey instead of showing them.
  ///
  /// - Parameter blanks: characters that are fine where they stand.
  func hasControls(besides blanks: Set<Unicode.Scalar> = []) -> Bool {
    unicodeScalars.contains { $0.isControl && !blanks.contains($0) }
  }

  /// The text, or its beginning where it is too long to be quoted in a message.
  var excerpt: String { count > 40 ? "\(prefix(40))…" : self }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    // Marks that turn the direction of writing round.
    case .format: (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    default: false
    }
  }
}
