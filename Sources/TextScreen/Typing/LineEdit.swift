/// What can be done to a line that is being typed, besides typing and erasing backwards.
public enum LineEdit: Sendable, Equatable {
  case moveLeft
  case moveRight
  case moveWordLeft
  case moveWordRight
  case moveToStart
  case moveToEnd
  /// Erases the character under the cursor.
  case eraseForwards
  /// Erases the word before the cursor.
  case eraseWord
  case eraseToStart
  case eraseToEnd
}

extension LineEditor {
  /// Moves the cursor, or erases. What is selected is erased forwards as one, and otherwise gone
  /// into.
  public mutating func edit(_ edit: LineEdit) {
    if selection != nil && edit == .eraseForwards { return erase() }
    // Else old words that were selected are gone into, not replaced.
    startEditing()
    switch edit {
    case .moveLeft: move(to: cursor - 1)
    case .moveRight: move(to: cursor + 1)
    case .moveWordLeft: move(to: startOfWord)
    case .moveWordRight: move(to: endOfWord)
    case .moveToStart: move(to: 0)
    case .moveToEnd: move(to: typed.count)
    case .eraseForwards: remove(cursor..<cursor + 1)
    case .eraseWord: remove(startOfWord..<cursor)
    case .eraseToStart: remove(0..<cursor)
    case .eraseToEnd: remove(cursor..<typed.count)
    }
  }

  /// Where the word before the cursor begins.
  private var startOfWord: Int {
    let before = typed.characters[..<cursor]
    let end = before.lastIndex { $0 != " " } ?? 0
    return before[..<end].lastIndex(of: " ").map { $0 + 1 } ?? 0
  }

  /// Where the word behind the cursor ends.
  private var endOfWord: Int {
    let letters = typed.characters
    let start = letters[cursor...].firstIndex { $0 != " " } ?? letters.count
    return letters[start...].firstIndex(of: " ") ?? letters.count
  }
}
