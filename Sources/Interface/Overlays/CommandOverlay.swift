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
    _ line: LineEditor, _ state: AppState, on surface: inout Surface, in rect: Rect
  ) {
    surface.clipped(to: rect) { surface in
      surface.fill(rect)
      var rest = rect.inset(horizontally: 1, vertically: 0)
      surface.write(":", in: rest.takeLeft(1), align: .left, style: .accent.with(.bold))
      let width = surface.write(line, in: rest)
      _ = rest.takeLeft(width + 1 + gap)
      let summary = line.summary(in: state) ?? "tab completes, enter does it, esc leaves"
      if surface.glyphs.columns(of: summary) <= rest.width {
        surface.write(summary, in: rest, align: .right, style: .dim)
      }
    }
  }

  private static func drawSuggestions(
    _ line: LineEditor, _ state: AppState, on surface: inout Surface, in rect: Rect
  ) {
    surface.clipped(to: rect) { surface in
      surface.fill(rect)
      surface.write(
        line.shown(line.suggestions(in: state)),
        in: rect.inset(horizontally: 2, vertically: 0), gap: gap)
    }
  }
}

extension OverlayKind {
  /// The panels stay free: it is drawn in the place of the footer, after everything else.
  static let command = OverlayKind(
    id: "command", coversPanels: false, takesTyping: true, draw: { _, _, _ in },
    accept: { state in
      guard case .command(let line) = state.overlay else { return [] }
      return state.run(line)
    })
}
