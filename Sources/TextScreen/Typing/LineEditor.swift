/// A line of text that somebody types, with a cursor, words that the first letter replaces, older
/// lines to go back to, and completion.
///
/// Places are counted in what people take for characters, from 0 before the first.
public struct LineEditor: Sendable, Equatable {
  /// What stands there, and the cursor in it.
  public private(set) var typed: TypedText
  /// Where the words begin that the first typed character replaces; nil where there are none.
  public private(set) var selection: Int?
  /// How far back in the history the text is from; 0 is the line being written.
  public private(set) var recalled = 0
  /// The line being written while an older one is looked at.
  private var draft = ""
  /// The ways to go on that are gone through one after another.
  var round: Round?

  /// The longest line that makes sense, in characters.
  public static let mostCharacters = 200

  /// - Parameters:
  ///   - text: what stands there; the cursor is at its end.
  ///   - selection: where the words begin that the first typed character replaces.
  public init(text: String = "", selecting selection: Int? = nil) {
    typed = TypedText(text)
    self.selection = selection.flatMap { $0 < text.count ? $0 : nil }
  }

  /// What stands there; another text in its place has the cursor at its end.
  public var text: String {
    get { typed.string }
    set { typed = TypedText(newValue) }
  }

  /// How many characters stand before the cursor.
  public var cursor: Int { typed.cursor }

  /// Writes a character where the cursor is, or in the place of what is selected. A line of
  /// `mostCharacters` stays as it is.
  public mutating func type(_ character: Character) {
    removeSelection()
    guard text.hasRoom(forOneOf: Self.mostCharacters) else { return }
    typed.insert(character)
    startEditing()
  }

  /// Writes text where the cursor is, or in the place of what is selected, as far as there is room.
  ///
  /// - Returns: whether all of it had room.
  public mutating func paste(_ text: String) -> Bool {
    removeSelection()
    for character in text {
      guard self.text.hasRoom(forOneOf: Self.mostCharacters) else { return false }
      type(character)
    }
    return true
  }

  /// Erases the character before the cursor, or what is selected.
  public mutating func erase() {
    if !removeSelection(), cursor > 0 { remove(cursor - 1..<cursor) }
    startEditing()
  }

  /// Makes this line the one being written: nothing is selected, recalled or gone through.
  mutating func startEditing() {
    selection = nil
    recalled = 0
    round = nil
  }

  /// Puts the cursor before a character; beyond the ends means the ends.
  mutating func move(to place: Int) { typed.move(to: place) }

  /// Removes some characters; the cursor is then where they were.
  mutating func remove(_ range: Range<Int>) { typed.remove(range) }

  /// Puts an older (1) or newer (-1) line of the history in place of this one; the newest is followed
  /// by the line that was being written.
  public mutating func recall(_ offset: Int, of history: LineHistory) {
    let wanted = min(max(0, recalled + offset), history.lines.count)
    if recalled == 0 { draft = text }
    startEditing()
    recalled = wanted
    text = wanted == 0 ? draft : history.lines[history.lines.count - wanted]
  }

  @discardableResult
  private mutating func removeSelection() -> Bool {
    guard let selection else { return false }
    remove(selection..<max(selection, typed.count))
    self.selection = nil
    return true
  }
}
