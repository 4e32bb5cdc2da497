extension Surface {
  /// Writes a line that is being typed, with its cursor. Of a line too long the end is seen, where it
  /// goes on, or the part from the cursor.
  ///
  /// - Returns: how many columns the text takes.
  @discardableResult
  public mutating func write(_ line: LineEditor, in rect: Rect) -> Int {
    let room = max(0, rect.width - 1)
    // A character may take several columns, or none.
    let characters = line.typed.characters
    let columns = { [glyphs] (range: Range<Int>) in
      glyphs.columns(of: String(characters[range]))
    }
    var first = min(max(0, characters.count - room), line.cursor)
    while first < line.cursor, columns(first..<line.cursor) > room { first += 1 }
    var last = characters.count
    while last > max(first, line.cursor), columns(first..<last) > room { last -= 1 }
    let text = String(characters[first..<last])
    let width = write(text, in: rect, align: .left, style: .bold)
    let under = line.cursor < last ? max(1, columns(line.cursor..<line.cursor + 1)) : 1
    let place = Rect(x: rect.x + columns(first..<line.cursor), y: rect.y, width: under, height: 1)
    restyle(place) { _ in .selected }
    if let selection = line.selection {
      let start = columns(first..<max(first, min(selection, last)))
      let words = Rect(x: rect.x + start, y: rect.y, width: max(0, width - start), height: 1)
      restyle(words) { _ in .selected }
    }
    return width
  }

  /// Writes as many suggestions as fit, the first brighter; dots stand for the rest.
  ///
  /// - Parameter gap: the columns between two.
  public mutating func write(_ suggestions: [LineEditor.Suggestion], in rect: Rect, gap: Int = 3) {
    var rest = rect
    for (index, suggestion) in suggestions.enumerated() {
      let width = glyphs.columns(of: suggestion.title)
      let isLast = index == suggestions.count - 1
      guard width + (isLast ? 0 : gap + 1) <= rest.width else {
        write(glyphs.unicodeText ? "…" : "...", in: rest, align: .left, style: .dim)
        return
      }
      write(suggestion.title, in: rest, align: .left, style: index == 0 ? .accent : .dim)
      _ = rest.takeLeft(width + gap)
    }
  }
}
