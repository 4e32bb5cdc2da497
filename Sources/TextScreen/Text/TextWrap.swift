/// Text broken into lines at its spaces.
public enum TextWrap {
  /// Lines of at most `width` columns; a word longer than that has a line of its own.
  public static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.columns + 1 + word.columns <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
