import TextScreen

extension OverlayFrame {
  /// Writes the keys that work in an overlay, as the footer has them. Where there is no room for
  /// all, the first are left out: how to move is more easily guessed than how to leave.
  static func drawKeys(of state: AppState, on surface: inout Surface, in rect: Rect) {
    let bindings = KeyTable.footer(in: state)
    let lines = bindings.indices.map { keys(of: bindings[$0...]) }
    guard let line = StyledText.first(of: lines, within: rect.width, glyphs: surface.glyphs)
    else { return }
    surface.write(line, in: rect)
  }

  /// `enter choose   esc close`
  private static func keys(of bindings: ArraySlice<KeyBinding>) -> StyledText {
    bindings.reduce(StyledText()) { line, binding in
      let gap = line.runs.isEmpty ? "" : "   "
      let key = binding.keys.first?.name ?? ""
      return line + gap + .key(key) + .label(" \(binding.brief ?? binding.title)")
    }
  }
}
