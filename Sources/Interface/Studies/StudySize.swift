import TextScreen

/// With how many samples and seeds a study is made, for the line above it.
struct StudySize: Sendable {
  let count: Int
  let first: UInt64
  /// With how many seeds all is known, and how many there are to be.
  let done: Int
  let seeds: Int

  /// The words in several lengths, longest first.
  var words: [String] {
    guard done > 1 else {
      return ["n \(count), seed \(first)", "n \(count)"]
    }
    return [
      "n \(count), seeds \(first)..\(first &+ UInt64(done - 1))", "n \(count), \(done) seeds",
      "n \(count) x \(done)",
    ]
  }

  /// The same with how far it has got and the key that calls it off, as far as there is room.
  func line(progress: Double?, key: String, width: Int, glyphs: Glyphs) -> StyledText {
    let pending = progress.map { StyledText(" \(Int(100 * $0)) % ") + .key(key) } ?? StyledText()
    let stops = progress == nil ? pending : pending + .label(" stops")
    let lines = [stops, pending].flatMap { end in words.map { StyledText.label($0) + end } }
    return lines.first { $0.columns(in: glyphs) <= width } ?? .label(words[words.count - 1])
  }
}
