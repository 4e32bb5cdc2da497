/// The frame all overlays share: a box in the middle of the screen with air at its sides.
enum OverlayFrame {
  /// A rectangle in the middle of `screen` with room for this much inside its frame, or as much
  /// as there is.
  static func rect(forContent size: Size, on screen: Rect) -> Rect {
    screen.centred(
      Size(columns: size.columns + 2 * (padding + 1), rows: size.rows + 2))
  }

  /// The room for content in a box.
  static func content(of box: Rect) -> Rect {
    let inner = box.inset(by: 1)
    return inner.width > 4 * padding ? inner.inset(horizontally: padding, vertically: 0) : inner
  }

  /// Draws the box over what is there, with air at its sides; what would be left of the screen as a
  /// sliver is air too.
  ///
  /// - Returns: the room for content.
  static func draw(
    title: String, trailing: String, on surface: inout Surface, in box: Rect
  ) -> Rect {
    let beside = box.x - surface.clip.x
    surface.fill(
      box.inset(horizontally: beside <= mostOfSliver ? -mostOfSliver : -1, vertically: 0))
    surface.drawBox(box, title: title, trailing: trailing, style: .accent, trailingStyle: .accent)
    return content(of: box)
  }

  /// Writes the keys that work in an overlay, as the footer has them. Where there is no room for
  /// all, the first are left out: how to move is more easily guessed than how to leave.
  static func drawKeys(of state: AppState, on surface: inout Surface, in rect: Rect) {
    let bindings = KeyTable.footer(in: state)
    let lines = bindings.indices.map { keys(of: bindings[$0...]) }
    guard let line = lines.first(where: { $0.columns(in: surface.glyphs) <= rect.width })
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

  /// Text with spaces after it up to a width.
  static func padded(_ text: StyledText, to width: Int) -> StyledText {
    let taken = text.runs.reduce(0) { $0 + $1.text.count }
    return text + String(repeating: " ", count: max(1, width - taken))
  }

  private static let padding = 1
  private static let mostOfSliver = 3
}
