extension LineEditor {
  /// A way to go on.
  public struct Suggestion: Sendable, Equatable {
    /// The whole line.
    public let line: String
    /// The part that is shown.
    public let title: String

    public init(line: String, title: String) {
      self.line = line
      self.title = title
    }
  }

  /// Ways to go on that are gone through one after another, and the one that stands there now.
  struct Round: Sendable, Equatable {
    let suggestions: [Suggestion]
    var place: Int
  }

  /// Writes as much of the line as all suggestions have in common; where that is there already,
  /// one suggestion after another.
  ///
  /// - Parameters:
  ///   - offset: 1 for the next suggestion, -1 for the one before.
  ///   - suggestions: the ways to go on from a line, asked for only where a round begins.
  ///   - needsMore: whether something has to follow a text that is the only suggestion; it gets a
  ///     blank then.
  public mutating func complete(
    by offset: Int = 1, among suggestions: (LineEditor) -> [Suggestion],
    needsMore: (_ text: String) -> Bool = { _ in false }
  ) {
    if var round {
      let count = round.suggestions.count
      round.place = (round.place + offset + count) % count
      text = round.suggestions[round.place].line
      self.round = round
      return
    }
    let suggestions = suggestions(self)
    let lines = suggestions.map(\.line)
    guard let first = lines.first else { return }
    startEditing()
    let common = lines.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    if common.count > text.count {
      text = common
    } else {
      begin(Round(suggestions: suggestions.filter { $0.line != text }, place: 0), by: offset)
    }
    if lines.count == 1, first == text, needsMore(text) { text += " " }
  }

  private mutating func begin(_ round: Round, by offset: Int) {
    guard !round.suggestions.isEmpty else { return }
    let place = offset > 0 ? 0 : round.suggestions.count - 1
    text = round.suggestions[place].line
    self.round = Round(suggestions: round.suggestions, place: place)
  }

  /// The ways to go on that are shown: those from what is typed, or those that are gone through,
  /// from the one that stands there.
  ///
  /// - Parameter suggestions: those from what is typed.
  public func shown(_ suggestions: @autoclosure () -> [Suggestion]) -> [Suggestion] {
    guard let round else { return suggestions() }
    return Array(round.suggestions[round.place...] + round.suggestions[..<round.place])
  }
}
