/// Finds the word somebody probably meant.
public enum Spelling {
  private static let longestWord = 100

  /// The known word that is meant by `word`: itself, else the only one that differs in case, dashes
  /// and underscores alone, so that older spellings of a name stay good.
  public static func known(_ word: String, among known: [String]) -> String? {
    if known.contains(word) { return word }
    guard word.utf8.count <= longestWord else { return nil }
    let same = known.filter { plain($0) == plain(word) }
    return same.count == 1 ? same[0] : nil
  }

  /// A word without case, dashes and underscores.
  public static func plain(_ word: String) -> String {
    word.lowercased().filter { $0 != "-" && $0 != "_" }
  }

  /// The known word nearest to `word`, or nil where none is near enough to suggest.
  public static func nearest(to word: String, among known: [String]) -> String? {
    // What is longer than any name is meant for none, and comparing it would take long.
    guard word.utf8.count <= longestWord else { return nil }
    let known = known.filter { $0.utf8.count <= longestWord }
    let typed = word.lowercased()
    let longer = known.filter { !typed.isEmpty && $0.hasPrefix(typed) }
    if let shortest = longer.min(by: { $0.count < $1.count }) { return shortest }
    let ranked = known.map { (word: $0, distance: distance(typed, $0.lowercased())) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    // A word of one letter says too little of which other was meant.
    return best.distance <= max(1, typed.count / 3) && typed.count > 1 ? best.word : nil
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other
  /// (Damerau and Levenshtein, no letter touched twice).
  static func distance(_ one: String, _ other: String) -> Int {
    let (source, target) = (Array(one), Array(other))
    var rows = [Array(0...target.count)]
    for i in source.indices {
      var row = [i + 1]
      for j in target.indices {
        let substituted = rows[i][j] + (source[i] == target[j] ? 0 : 1)
        row.append(min(substituted, min(row[j], rows[i][j + 1]) + 1))
        if i > 0, j > 0, source[i] == target[j - 1], source[i - 1] == target[j] {
          row[j + 1] = min(row[j + 1], rows[i - 1][j - 1] + 1)
        }
      }
      rows.append(row)
    }
    return rows[source.count][target.count]
  }
}
