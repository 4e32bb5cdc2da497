import Diffusion
import TextScreen

/// The line in which commands are typed, with a cursor, completion and a history.
public struct CommandLine: Sendable, Equatable {
  private(set) var typed: TypedText
  /// Where the words begin that the first typed character replaces; nil where there are none.
  private(set) var selection: Int?
  /// How far back in the history the text is from; 0 is the line being written.
  var recalled = 0
  /// The line being written while an older one is looked at.
  private var draft = ""
  /// The ways to go on that are gone through one after another.
  private(set) var round: Round?

  /// The longest line that makes sense.
  private static let mostCharacters = 200

  /// - Parameter selection: where the words begin that the first typed character replaces.
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
  var cursor: Int {
    get { typed.cursor }
    set { typed.move(to: newValue) }
  }

  mutating func type(_ character: Character) {
    removeSelection()
    guard text.hasRoom(forOneOf: Self.mostCharacters) else { return }
    typed.insert(character)
    startEditing()
  }

  /// Erases the character before the cursor, or what is selected.
  mutating func erase() {
    if !removeSelection(), cursor > 0 { remove(cursor - 1..<cursor) }
    startEditing()
  }

  /// Makes this line the one being written: nothing is selected, recalled or gone through.
  mutating func startEditing() {
    selection = nil
    recalled = 0
    round = nil
  }

  /// Removes some characters; the cursor is then where they were.
  mutating func remove(_ range: Range<Int>) {
    typed.remove(range)
  }

  /// Puts an older or newer line of the history in place of this one.
  mutating func recall(_ offset: Int, of history: [String]) {
    let wanted = min(max(0, recalled + offset), history.count)
    if recalled == 0 { draft = text }
    startEditing()
    recalled = wanted
    replace(with: wanted == 0 ? draft : history[history.count - wanted])
  }

  private mutating func replace(with line: String) {
    text = line
  }

  @discardableResult
  private mutating func removeSelection() -> Bool {
    guard let selection else { return false }
    remove(selection..<max(selection, typed.count))
    self.selection = nil
    return true
  }
}

// MARK: - Completion

extension CommandLine {
  /// Ways to go on that are gone through one after another, and the one that stands there now.
  struct Round: Sendable, Equatable {
    let suggestions: [Suggestion]
    var place: Int
  }

  /// Writes as much of the word as all suggestions have in common; where that is there already,
  /// one suggestion after another.
  ///
  /// - Parameter offset: 1 for the next suggestion, -1 for the one before.
  mutating func complete(in state: AppState, by offset: Int = 1) {
    if var round {
      let count = round.suggestions.count
      round.place = (round.place + offset + count) % count
      replace(with: round.suggestions[round.place].line)
      self.round = round
      return
    }
    let suggestions = suggestions(in: state)
    let lines = suggestions.map(\.line)
    guard let first = lines.first else { return }
    startEditing()
    let common = lines.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    if common.count > text.count {
      replace(with: common)
    } else {
      begin(Round(suggestions: suggestions.filter { $0.line != text }, place: 0), by: offset)
    }
    if lines.count == 1, first == text, needsValue { replace(with: text + " ") }
  }

  private mutating func begin(_ round: Round, by offset: Int) {
    guard !round.suggestions.isEmpty else { return }
    let place = offset > 0 ? 0 : round.suggestions.count - 1
    replace(with: round.suggestions[place].line)
    self.round = Round(suggestions: round.suggestions, place: place)
  }

  /// Whether what is typed is a whole command that a value has to follow.
  private var needsValue: Bool {
    Command.all.contains { $0.value != nil && $0.name == text }
  }
}

extension CommandLine {
  /// A way to go on.
  struct Suggestion: Sendable, Equatable {
    /// The whole line.
    let line: String
    /// The part that is shown: a command with its value, or the value alone.
    let title: String
  }

  /// The ways to go on that are shown: those from what is typed, or those that are gone through,
  /// from the one that stands there.
  func shownSuggestions(in state: AppState) -> [Suggestion] {
    guard let round else { return suggestions(in: state) }
    return Array(round.suggestions[round.place...] + round.suggestions[..<round.place])
  }

  /// The ways to go on from what is typed.
  func suggestions(in state: AppState) -> [Suggestion] {
    let typed = Command.all.first { $0.value != nil && text.hasPrefix($0.name + " ") }
    if let command = typed {
      let value = text.dropFirst(command.name.count + 1)
      let grown = command.growing(String(value), state)
      return grown.filter { $0.hasPrefix(value) && $0 != value }.map {
        Suggestion(line: "\(command.name) \($0)", title: $0)
      }
    }
    return Command.all.filter { $0.name.hasPrefix(text) }.map {
      Suggestion(line: $0.name, title: $0.usage)
    }
  }

  /// What the command that is being typed does, once it is clear which.
  func summary(in state: AppState) -> String? {
    let known = Command.all.first { text == $0.name || text.hasPrefix($0.name + " ") }
    let suggested = suggestions(in: state)
    let only = suggested.count == 1 ? Command.all.first { $0.name == suggested[0].line } : nil
    return (known ?? only).map { "\($0.usage): \($0.summary)" }
  }
}
