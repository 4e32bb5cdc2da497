/// Lines for rooms of any width: the longest way to say something that still fits, and long lines
/// that go on below.
extension StyledText {
  /// The first of several ways to say the same, the longest before the others, that fits into
  /// `columns`; nil where none does.
  public static func first(
    of ways: [StyledText], within columns: Int, glyphs: Glyphs
  ) -> StyledText? {
    ways.first { $0.columns(in: glyphs) <= columns }
  }

  /// The text with the first of several notes behind it that still fits, the longest before the
  /// others, or alone.
  public func followed(
    by notes: StyledText..., within columns: Int, glyphs: Glyphs
  ) -> StyledText {
    StyledText.first(of: notes.map { self + $0 }, within: columns, glyphs: glyphs) ?? self
  }

  /// Parts that each stay whole, with a gap between them, beside each other as far as they fit.
  public static func lines(
    of parts: [StyledText], gap: String = "", within columns: Int, glyphs: Glyphs
  ) -> [StyledText] {
    parts.reduce(into: []) { lines, part in
      if let last = lines.last, (last + gap + part).columns(in: glyphs) <= columns {
        lines[lines.count - 1] = last + gap + part
      } else {
        lines.append(part)
      }
    }
  }

  /// The text in as many lines as it needs, broken at its spaces; a word that is wider than
  /// `columns` has a line for itself.
  public func wrapped(to columns: Int, glyphs: Glyphs) -> [StyledText] {
    var lines = [StyledText()]
    var gap: StyledText?
    for word in words {
      if word.isSpace {
        gap = word.text
        continue
      }
      let longer = lines[lines.count - 1] + (gap ?? StyledText()) + word.text
      if lines[lines.count - 1].runs.isEmpty || longer.columns(in: glyphs) <= columns {
        lines[lines.count - 1] = longer
      } else {
        lines.append(word.text)
      }
      gap = nil
    }
    return lines
  }

  /// What lies between spaces, and the spaces; a word may be of several runs.
  private var words: [(text: StyledText, isSpace: Bool)] {
    var words: [(text: StyledText, isSpace: Bool)] = []
    for run in runs {
      var rest = run.text[...]
      while let first = rest.first {
        let part = rest.prefix { ($0 == " ") == (first == " ") }
        rest = rest[part.endIndex...]
        let piece = StyledText(String(part), run.style)
        if let last = words.last, last.isSpace == (first == " ") {
          words[words.count - 1].text = last.text + piece
        } else {
          words.append((piece, first == " "))
        }
      }
    }
    return words
  }
}
