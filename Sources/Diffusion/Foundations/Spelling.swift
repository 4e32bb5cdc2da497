/// Finds the word somebody probably meant.
public enum Spelling {
  /// The known word nearest to `word`, or nil where none is near enough to suggest.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let typed = word.lowercased()
    let longer = known.filter { !typed.isEmpty && $0.hasPrefix(typed) }
    if let shortest = longer.min(by: { $0.count < $1.count }) { return shortest }
    let ranked = known.map { (word: $0, distance: distance(typed, $0.lowercased())) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, typed.count / 3) ? best.word : nil
  }

  /// Insertions, deletions and substitutions that turn one word into the other (Levenshtein).
  static func distance(_ one: String, _ other: String) -> Int {
    let target = Array(other)
    var row = Array(0...target.count)
    for (i, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in target.indices {
        let substituted = diagonal + (letter == target[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, min(row[j], diagonal) + 1)
      }
    }
    return row[target.count]
  }
}
