import TextScreen

/// The command line in the place of the footer, with the ways to go on above it.
enum CommandOverlay {
  private static let gap = 3

  static func draw(_ state: AppState, on surface: inout Surface, layout: ScreenLayout) {
    guard case .command(let line) = state.overlay, !layout.footer.isEmpty else { return }
    drawSuggestions(line, state, on: &surface, in: layout.timeline)
    drawLine(line, state, on: &surface, in: layout.footer)
  }

  private static func drawLine(
    _ line: CommandLine, _ state: AppState, on surface: inout Surface, in rect: Rect
  ) {
    surface.clipped(to: rect) { surface in
      surface.fill(rect)
      var rest = rect.inset(horizontally: 1, vertically: 0)
      surface.write(":", in: rest.takeLeft(1), align: .left, style: .accent.with(.bold))
      let width = drawText(line, on: &surface, in: rest)
      _ = rest.takeLeft(width + 1 + gap)
      let summary = line.summary(in: state) ?? "tab completes, enter does it, esc leaves"
      if surface.glyphs.columns(of: summary) <= rest.width {
        surface.write(summary, in: rest, align: .right, style: .dim)
      }
    }
  }

  /// Writes what is typed, with its cursor. Of a line too long the end is seen, where it goes on,
  /// or the part from the cursor.
  ///
  /// - Returns: how many columns the text takes.
  private static func drawText(
    _ line: CommandLine, on surface: inout Surface, in rect: Rect
  ) -> Int {
    let room = max(0, rect.width - 1)
    // A character may take several columns, or none.
    let characters = line.typed.characters
    let glyphs = surface.glyphs
    let columns = { (range: Range<Int>) in glyphs.columns(of: String(characters[range])) }
    var first = min(max(0, characters.count - room), line.cursor)
    while first < line.cursor, columns(first..<line.cursor) > room { first += 1 }
    var last = characters.count
    while last > max(first, line.cursor), columns(first..<last) > room { last -= 1 }
    let text = String(characters[first..<last])
    let width = surface.write(text, in: rect, align: .left, style: .bold)
    let under = line.cursor < last ? max(1, columns(line.cursor..<line.cursor + 1)) : 1
    let place = Rect(x: rect.x + columns(first..<line.cursor), y: rect.y, width: under, height: 1)
    surface.restyle(place) { _ in .selected }
    if let selection = line.selection {
      let start = columns(first..<max(first, min(selection, last)))
      let words = Rect(x: rect.x + start, y: rect.y, width: max(0, width - start), height: 1)
      surface.restyle(words) { _ in .selected }
    }
    return width
  }

  private static func drawSuggestions(
    _ line: CommandLine, _ state: AppState, on surface: inout Surface, in rect: Rect
  ) {
    surface.clipped(to: rect) { surface in
      surface.fill(rect)
      var rest = rect.inset(horizontally: 2, vertically: 0)
      let suggestions = line.shownSuggestions(in: state)
      for (index, suggestion) in suggestions.enumerated() {
        let width = surface.glyphs.columns(of: suggestion.title)
        let isLast = index == suggestions.count - 1
        guard width + (isLast ? 0 : gap + 1) <= rest.width else {
          surface.write(
            surface.glyphs.unicodeText ? "…" : "...", in: rest, align: .left, style: .dim)
          return
        }
        surface.write(suggestion.title, in: rest, align: .left, style: index == 0 ? .accent : .dim)
        _ = rest.takeLeft(width + gap)
      }
    }
  }
}
