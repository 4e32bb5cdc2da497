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
      // Of a line too long the end is seen, where it goes on.
      let text = String(line.text.suffix(max(0, rest.width - 1)))
      let width = surface.write(text, in: rest, align: .left, style: .bold)
      surface[rest.x + width, rest.y] = Cell(" ", .selected)
      _ = rest.takeLeft(width + 1 + gap)
      let summary = line.summary(in: state) ?? "tab completes, enter does it, esc leaves"
      if surface.glyphs.columns(of: summary) <= rest.width {
        surface.write(summary, in: rest, align: .right, style: .dim)
      }
    }
  }

  private static func drawSuggestions(
    _ line: CommandLine, _ state: AppState, on surface: inout Surface, in rect: Rect
  ) {
    surface.clipped(to: rect) { surface in
      surface.fill(rect)
      var rest = rect.inset(horizontally: 2, vertically: 0)
      let suggestions = line.suggestions(in: state)
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
