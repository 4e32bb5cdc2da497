import TextScreen

/// A paragraph with `**bold**` words and `` `code` `` in it.
struct Emphasis {
  private let words: [(text: String, style: Style)]

  init(_ text: String) {
    var words: [(String, Style)] = []
    var style = Style.plain
    for word in text.split(separator: " ") {
      var bare = word
      for (mark, marked) in [("**", Style.bold), ("`", Style.accent)] where bare.hasPrefix(mark) {
        style = marked
        bare = bare.dropFirst(mark.count)
      }
      var ends = false
      for mark in ["**", "`"] {
        if let close = bare.range(of: mark) {
          bare.removeSubrange(close)
          ends = true
        }
      }
      words.append((String(bare), style))
      if ends { style = .plain }
    }
    self.words = words
  }

  /// Lines of at most so many columns, broken at spaces.
  func lines(width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    var taken = 0
    for word in words {
      if let last = lines.last, taken + 1 + word.text.columns <= width {
        lines[lines.count - 1] = last + " " + StyledText(word.text, word.style)
        taken += 1 + word.text.columns
      } else {
        lines.append(StyledText(word.text, word.style))
        taken = word.text.columns
      }
    }
    return lines
  }
}
