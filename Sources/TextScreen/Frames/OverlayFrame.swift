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
  /// sliver is air too.
  ///
  /// - Returns: the room for content.
  public static func draw(
    title: String, trailing: String, on surface: inout Surface, in box: Rect
  ) -> Rect {
    let beside = box.x - surface.clip.x
    surface.fill(
      box.inset(horizontally: beside <= mostOfSliver ? -mostOfSliver : -1, vertically: 0))
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
