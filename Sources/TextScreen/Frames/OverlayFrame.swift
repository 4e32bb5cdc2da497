/// The frame all overlays share: a box in the middle of the screen with air at its sides.
public enum OverlayFrame {
  /// A rectangle in the middle of `screen` with room for this much inside its frame, or as much
  /// as there is.
  public static func rect(forContent size: Size, on screen: Rect) -> Rect {
    screen.centred(
      Size(columns: size.columns + 2 * (padding + 1), rows: size.rows + 2))
  }

  /// The room for content in a box.
  public static func content(of box: Rect) -> Rect {
    let inner = box.inset(by: 1)
    return inner.width > 4 * padding ? inner.inset(horizontally: padding, vertically: 0) : inner
  }

  /// Draws the box over what is there, with air at its sides; what would be left of the screen as a
  /// sliver is air too, and so is the rest of a word that the box cuts in half.
  ///
  /// - Returns: the room for content.
  public static func draw(
    title: String, trailing: String, on surface: inout Surface, in box: Rect
  ) -> Rect {
    let beside = box.x - surface.clip.x
    let covered = box.inset(
      horizontally: beside <= mostOfSliver ? -mostOfSliver : -1, vertically: 0)
    for row in covered.rows {
      surface.clearWord(cutBefore: covered.x, row: row)
      surface.clearWord(cutAfter: covered.maxX - 1, row: row)
    }
    surface.fill(covered)
    surface.drawBox(box, title: title, trailing: trailing, style: .accent, trailingStyle: .accent)
    return content(of: box)
  }

  /// Text with spaces after it up to a width.
  public static func padded(_ text: StyledText, to width: Int) -> StyledText {
    let taken = text.runs.reduce(0) { $0 + $1.text.count }
    return text + String(repeating: " ", count: max(1, width - taken))
  }

  private static let padding = 1
  private static let mostOfSliver = 3
}

extension Surface {
  /// Clears what is left of a word to the left of a column that is about to be covered.
  fileprivate mutating func clearWord(cutBefore column: Int, row: Int) {
    guard isOfWord(column, row), isOfWord(column - 1, row) else { return }
    var rest = column - 1
    while rest >= clip.x, isOfWord(rest, row) {
      self[rest, row] = .blank
      rest -= 1
    }
  }

  /// Clears what is left of a word to the right of a column that is about to be covered.
  fileprivate mutating func clearWord(cutAfter column: Int, row: Int) {
    guard isOfWord(column, row), isOfWord(column + 1, row) else { return }
    var rest = column + 1
    while rest < clip.maxX, isOfWord(rest, row) {
      self[rest, row] = .blank
      rest += 1
    }
  }

  /// Whether a cell belongs to a word or a number; dots, bars and lines of frames do not.
  private func isOfWord(_ column: Int, _ row: Int) -> Bool {
    guard clip.contains(column: column, row: row) else { return false }
    let cell = self[column, row]
    let scalar = cell.unicodeScalar
    return cell.isHalf || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || Self.marksInWords.contains(scalar) || scalar == "-" && glyphs.unicodeText
  }

  private static let marksInWords: Set<Unicode.Scalar> = [".", ",", "_", "%", "(", ")", "\u{2212}"]
}
