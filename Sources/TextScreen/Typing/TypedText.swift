/// Text that is being typed: what a person takes for characters, and a cursor between two of them.
///
/// What is typed may join the character before it or behind it, as accents, joiners, halves of a
/// flag and parts of a syllable do. Therefore characters are found anew with every change, and the
/// cursor never stands within one.
public struct TypedText: Sendable, Equatable {
  /// What a person takes for characters, from the first.
  public private(set) var characters: [Character]
  /// How many characters stand before the cursor.
  public private(set) var cursor: Int

  /// The cursor is at the end.
  public init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// The whole text.
  public var string: String { String(characters) }
  /// The text before the cursor.
  public var beforeCursor: String { String(characters[..<cursor]) }
  /// How many characters there are.
  public var count: Int { characters.count }

  /// Puts the cursor before a character; beyond the ends means the ends.
  public mutating func move(to place: Int) {
    cursor = min(max(0, place), characters.count)
  }

  /// Writes a character where the cursor is.
  public mutating func insert(_ character: Character) {
    join(characters[..<cursor] + [character], characters[cursor...])
  }

  /// Removes some of the characters; the cursor is then where they were.
  public mutating func remove(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<characters.count)
    join(characters[..<range.lowerBound], characters[range.upperBound...])
  }

  /// Joins what stands before the cursor and what stands behind it. Where the two meet in one
  /// character the cursor is behind that.
  private mutating func join(_ before: ArraySlice<Character>, _ behind: ArraySlice<Character>) {
    let length = before.reduce(0) { $0 + $1.utf8.count }
    characters = Array(String(before) + String(behind))
    cursor = 0
    var passed = 0
    while passed < length, cursor < characters.count {
      passed += characters[cursor].utf8.count
      cursor += 1
    }
  }
}

extension String {
  /// Whether one character more makes sense in a text of so many at most, whatever it is made of.
  public func hasRoom(forOneOf most: Int) -> Bool {
    // A letter may bear any number of marks and count as one.
    count < most && unicodeScalars.count < 4 * most
  }
}
