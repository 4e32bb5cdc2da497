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
  ///
  /// - Parameter inNames: whether a line may also end behind a dash or an underscore, which join the
  ///   parts of a name. A dash that no letter stands before is the sign of a number.
  public func wrapped(
    to columns: Int, glyphs: Glyphs, inNames: Bool = false
  ) -> [StyledText] {
    var lines = [StyledText()]
    var taken = 0
    var gap = StyledText()
    for part in parts(inNames: inNames) {
      if part.isSpace {
        gap = part.text
        continue
      }
      let more = gap + part.text
      let width = more.columns(in: glyphs)
      if lines[lines.count - 1].runs.isEmpty || taken + width <= columns {
        lines[lines.count - 1] = lines[lines.count - 1] + more
        taken += width
      } else {
        lines.append(part.text)
        taken = part.text.columns(in: glyphs)
      }
      gap = StyledText()
    }
    return lines
  }

  /// What a line is never broken within, and the spaces; a part may be of several runs.
  private func parts(inNames: Bool) -> [(text: StyledText, isSpace: Bool)] {
    var parts: [(text: StyledText, isSpace: Bool)] = []
    var last: (before: Character?, letter: Character?)
    func isBreak(before next: Character) -> Bool {
      guard let letter = last.letter else { return true }
      return (letter == " ") != (next == " ")
        || inNames && (letter == "-" || letter == "_") && last.before?.isLetter == true
    }
    for run in runs {
      var rest = run.text[...]
      while let first = rest.first {
        let isNew = isBreak(before: first)
        var letters = ""
        repeat {
          let letter = rest.removeFirst()
          letters.append(letter)
          last = (last.letter, letter)
        } while rest.first.map { !isBreak(before: $0) } ?? false
        let piece = StyledText(letters, run.style)
        if isNew {
          parts.append((piece, first == " "))
        } else {
          parts[parts.count - 1].text = parts[parts.count - 1].text + piece
        }
      }
    }
    return parts
  }
}
