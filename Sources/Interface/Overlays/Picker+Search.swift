import TextScreen

/// Typing in a list leaves the rows that fit, those whose titles begin so first.
extension Picker {
  private static let mostCharacters = 30

  mutating func type(_ character: Character) {
    guard query.hasRoom(forOneOf: Self.mostCharacters) else { return }
    search(query + String(character))
  }

  /// - Returns: whether all of the text had room.
  mutating func paste(_ text: String) -> Bool {
    let before = query.count
    search(String((query + text).prefix(Self.mostCharacters)))
    return before + text.count <= Self.mostCharacters
  }

  mutating func erase() { search(String(query.dropLast())) }

  /// Leaves the rows that fit a text. The whole list keeps the row that was selected in the part.
  mutating func search(_ text: String) {
    guard text != query else { return }
    let before = rows.indices.contains(selected) ? rows[selected].id : nil
    query = text
    let fitting = all.enumerated().compactMap { place, row in
      row.distance(from: text).map { (row: row, distance: $0, place: place) }
    }
    rows = fitting.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.map(\.row)
    selected = text.isEmpty ? rows.firstIndex { $0.id == before } ?? 0 : 0
  }
}

extension Picker.Row {
  /// How far the row is from what somebody may mean by a text: 0 where the title begins so, more
  /// where its words are only within the title or begin words of the summary; nil where one is in
  /// neither.
  fileprivate func distance(from text: String) -> Int? {
    let (title, summary) = (title.lowercased(), " \(summary.lowercased())")
    if title.hasPrefix(text.lowercased()) { return 0 }
    var distance = 0
    for word in text.lowercased().split(separator: " ") {
      if title.contains(word) {
        distance = max(distance, 1)
      } else if summary.contains(" \(word)") {
        distance = 2
      } else {
        return nil
      }
    }
    return distance
  }
}
