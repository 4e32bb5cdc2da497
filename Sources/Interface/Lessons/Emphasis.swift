import TextScreen

/// A paragraph with `**bold**` words and `` `code` `` in it.
struct Emphasis {
  private let text: StyledText

  init(_ paragraph: String) {
    var text = StyledText()
    var style = Style.plain
    var stretch = ""
    var rest = paragraph.split(separator: " ").joined(separator: " ")[...]
    while let letter = rest.first {
      // Within code two stars are what somebody types.
      let marks = style == .accent ? ["`"] : ["**", "`"]
      guard let mark = marks.first(where: rest.hasPrefix) else {
        stretch.append(letter)
        rest = rest.dropFirst()
        continue
      }
      if !stretch.isEmpty { text = text + StyledText(stretch, style) }
      stretch = ""
      style = style != .plain ? .plain : mark == "`" ? .accent : .bold
      rest = rest.dropFirst(mark.count)
    }
    self.text = stretch.isEmpty ? text : text + StyledText(stretch, style)
  }

  /// Lines of at most so many columns, broken at spaces.
  func lines(width: Int) -> [StyledText] {
    text.runs.isEmpty ? [] : text.wrapped(to: width, glyphs: .braille)
  }
}
