/// Text broken into lines at its spaces.
public enum TextWrap {
  /// Lines of at most `width` columns; a word longer than that has a line of its own. Spaces between
  /// words count as one, and where there is no word there is no line.
  public static func lines(_ text: String, width: Int) -> [String] {
    let words = text.split(separator: " ").joined(separator: " ")
    guard !words.isEmpty else { return [] }
    return StyledText(words).wrapped(to: width, glyphs: .braille).map { line in
      line.runs.map(\.text).joined()
    }
  }
}
