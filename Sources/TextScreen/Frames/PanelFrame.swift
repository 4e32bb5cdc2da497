/// The frame all panels share: what is shown on the left of its top line, in which variant on the
/// right.
public enum PanelFrame {
  /// Draws the frame along the inner edge of `rect` and clears what is inside.
  ///
  /// The panel that takes the keys has a mark before its title, besides its brighter border.
  ///
  /// - Returns: the room inside the frame.
  @discardableResult
  public static func draw(
    title: String, trailing: String, isFocused: Bool, on surface: inout Surface, in rect: Rect
  ) -> Rect {
    surface.clipped(to: rect) { surface in
      surface.fill(rect)
      surface.drawBox(
        rect, title: title, trailing: trailing, style: isFocused ? .accent : .border,
        trailingStyle: isFocused ? .accent : .dim)
      if isFocused && rect.width > 8 && rect.height > 1 {
        surface[rect.x + 1, rect.y] = Cell(surface.glyphs.marker, .accent)
      }
    }
    return rect.inset(by: 1)
  }

  /// The room for content in a frame: all of its inside, with a little air at the sides where it
  /// is wide.
  public static func content(of rect: Rect) -> Rect {
    rect.inset(horizontally: rect.width >= airyWidth ? 2 : 1, vertically: 1)
  }

  /// Writes lines in the middle of a panel that has nothing to show yet; what is too long for the
  /// panel goes on in a line of its own.
  public static func drawEmpty(_ lines: [StyledText], on surface: inout Surface, in rect: Rect) {
    let glyphs = surface.glyphs
    let lines = lines.flatMap { $0.wrapped(to: rect.width, glyphs: glyphs) }
    var rest = rect
    _ = rest.takeTop(max(0, (rect.height - lines.count) / 2))
    for line in lines.prefix(rest.height) {
      surface.write(line, in: rest.takeTop(1), align: .centre)
    }
  }

  private static let airyWidth = 38
}

extension Glyphs {
  /// Between two remarks on one line.
  public var separator: String { unicodeText ? " · " : ", " }
}
