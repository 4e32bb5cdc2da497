/// Where text stands within the width it is given.
public enum Alignment: Sendable {
  case left
  case centre
  case right
}

extension Surface {
  /// Writes one line of text, a letter to a cell, or to two where it is wide.
  ///
  /// Text longer than `maxWidth` ends in an ellipsis; no letter is cut in half. Line breaks and tabs
  /// become spaces; letters that the terminal does not have are spelled in ASCII, and what it would
  /// obey becomes `?`.
  ///
  /// - Returns: the number of columns the text took, clipped or not.
  @discardableResult
  public mutating func write(
    _ text: String, column: Int, row: Int, style: Style = .plain, maxWidth: Int = .max
  ) -> Int {
    let isSeen = row >= clip.y && row < clip.maxY
    var end = column
    if let columns = glyphs.plainColumns(of: text), columns <= maxWidth {
      guard isSeen else { return columns }
      for scalar in text.unicodeScalars {
        self[end, row] = Cell(scalar, style)
        end += 1
      }
      return columns
    }
    for letter in glyphs.line(text, maxWidth: maxWidth) {
      if isSeen { put(letter, column: end, row: row, style) }
      end += letter.columns
    }
    return end - column
  }

  /// Writes one line of text within the first row of `rect`.
  @discardableResult
  public mutating func write(
    _ text: String, in rect: Rect, align: Alignment, style: Style = .plain
  ) -> Int {
    guard !rect.isEmpty else { return 0 }
    let width = glyphs.columns(of: text)
    let room = max(0, rect.width - width)
    let indent =
      switch align {
      case .left: 0
      case .centre: room / 2
      case .right: room
      }
    return write(
      text, column: rect.x + indent, row: rect.y, style: style, maxWidth: rect.width)
  }
}

extension StringProtocol {
  /// The number of columns the text takes where its letters can be shown.
  public var columns: Int { Glyphs.braille.columns(of: String(self)) }
}

extension Glyphs {
  /// The number of columns `text` takes when it is not cut.
  public func columns(of text: String) -> Int {
    plainColumns(of: text) ?? letters(of: text).reduce(0) { $0 + $1.columns }
  }

  /// The letters drawn for a line of text: composed, harmless, and cut to `maxWidth`.
  func line(_ text: String, maxWidth: Int) -> [Letter] {
    guard maxWidth > 0 else { return [] }
    var letters = letters(of: text)
    var width = letters.reduce(0) { $0 + $1.columns }
    guard width > maxWidth else { return letters }
    while width > maxWidth - 1, let last = letters.popLast() { width -= last.columns }
    return letters + [Letter(scalar: ellipsis)]
  }
}
