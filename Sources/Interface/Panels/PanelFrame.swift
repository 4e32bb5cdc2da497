/// The frame all panels share: what is shown on the left of its top line, in which variant on the
/// right.
public enum PanelFrame {
  /// Draws the frame along the inner edge of `rect` and clears what is inside.
  ///
  /// The panel that takes the keys has a mark before its title, besides its brighter border.
  ///
  /// - Returns: the room inside the frame; empty where no frame fits.
  public static func draw(
    title: String, trailing: String, isFocused: Bool, on surface: inout Surface, in rect: Rect
  ) -> Rect {
    var inner = Rect.zero
    surface.clipped(to: rect) { surface in
      surface.fill(rect)
      let heading = isFocused ? "\(surface.glyphs.marker) \(title)" : title
      inner = surface.drawBox(
        rect, title: heading, trailing: trailing, style: isFocused ? .accent : .border,
        trailingStyle: isFocused ? .accent : .dim)
    }
    return inner
  }
}
