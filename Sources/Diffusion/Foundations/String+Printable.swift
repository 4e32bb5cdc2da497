/// The one door for text from outside: titles, labels, file names, metadata and everything that is
/// quoted passes here before it is shown.
///
/// Control characters, marks that turn the direction of writing round and characters that take no
/// room could make a terminal obey, or a reader see something else than there is. They are shown
/// by their number instead, such as `[U+202E]`.
extension String {
  /// The text with every character that would steer its reader shown by its number.
  ///
  /// - Parameter blanks: characters that are fine where they stand, such as line ends.
  public func printable(keeping blanks: Set<Unicode.Scalar> = []) -> String {
    guard hasControls(besides: blanks) else { return self }
    let scalars = Array(unicodeScalars)
    var shown = ""
    for (index, scalar) in scalars.enumerated() {
      if blanks.contains(scalar) || !scalars.steers(at: index) {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += scalar.number
      }
    }
    return shown
  }

  /// The text with every character that would steer its reader shown by its number.
  public var printable: String { printable() }

  /// Whether there are characters that would steer a terminal or a reader.
  ///
  /// - Parameter blanks: characters that are fine where they stand.
  public func hasControls(besides blanks: Set<Unicode.Scalar> = []) -> Bool {
    guard unicodeScalars.contains(where: \.isSteering) else { return false }
    let scalars = Array(unicodeScalars)
    return scalars.indices.contains { !blanks.contains(scalars[$0]) && scalars.steers(at: $0) }
  }

  /// The text, or its beginning where it is too long to be quoted in a message; printable, and
  /// counted in scalars: one letter may carry any number of accents.
  ///
  /// - Parameter most: how many scalars it may have.
  public func excerpt(most: Int) -> String {
    let start = String(unicodeScalars.prefix(most + 1)).printable
    if start.unicodeScalars.count <= most { return start }
    return String(start.unicodeScalars.prefix(most - 1)) + "…"
  }

  /// The text, or its beginning where it is too long to be quoted in a message.
  public var excerpt: String { excerpt(most: 41) }
}

extension [Unicode.Scalar] {
  /// Whether the scalar here steers. A joiner between letters that are joined, as in Persian, in
  /// Hindi and in families of emoji, is part of what is written.
  fileprivate func steers(at index: Int) -> Bool {
    let scalar = self[index]
    guard scalar.isSteering else { return false }
    guard scalar.isJoiner, index > 0, index + 1 < count else { return true }
    return !(self[index - 1].isJoined && self[index + 1].isJoined)
  }
}

extension Unicode.Scalar {
  /// Whether the scalar, where nothing joins it to its neighbours, steers instead of being seen.
  public var isSteering: Bool {
    if value < 0x7F { return value < 0x20 }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    default: break
    }
    // Variation selectors choose between two forms of the letter before them.
    if (0xFE00...0xFE0F).contains(value) { return false }
    return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
      || (0xFFF9...0xFFFB).contains(value)
  }

  /// The scalar by its number, such as `[U+202E]`.
  public var number: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "[U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
  }

  fileprivate var isJoiner: Bool { value == 0x200C || value == 0x200D }

  fileprivate var isJoined: Bool { !isASCII && !isSteering }
}
