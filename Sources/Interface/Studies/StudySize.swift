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
      "n \(count) x \(done)", "n \(count)x\(done)",
    ]
  }

  /// The line above a study: its name, of how many samples and seeds it is, how far it has got, and
  /// the key that calls it off. Where room is short, words get shorter, but the share that is done
  /// and the key stay.
  ///
  /// - Parameters:
  ///   - names: the name in several lengths, longest first.
  ///   - sizes: the same of the size; none where it stands elsewhere.
  static func heading(
    _ names: [StyledText], sizes: [String], progress: Double?, key: String, width: Int,
    glyphs: Glyphs
  ) -> (name: StyledText, rest: StyledText) {
    let share = progress.map { StyledText("\(Int(100 * $0)) % ") + .key(key) }
    let ends = share.map { [$0 + .label(" stops"), $0] } ?? [StyledText()]
    let rests = (sizes.isEmpty ? [""] : sizes).flatMap { size in
      ends.map { end in .label(size.isEmpty || progress == nil ? size : size + " ") + end }
    }
    let lines = names.flatMap { name in rests.map { (name: name, rest: $0) } }
    let fitting = lines.first {
      $0.name.columns(in: glyphs) + 1 + $0.rest.columns(in: glyphs) <= width
    }
    return fitting ?? (StyledText(), rests[rests.count - 1])
  }
}
