extension Surface {
  /// Draws a frame along the inner edge of `rect`, with a title in its top line and a remark
  /// (the variant shown, a rate) at the right end of it.
  ///
  /// - Returns: the room inside the frame.
  @discardableResult
  public mutating func drawBox(
    _ rect: Rect, title: String = "", trailing: String = "", style: Style = .border,
    titleStyle: Style = .title, trailingStyle: Style = .dim
  ) -> Rect {
    guard rect.width >= 2, rect.height >= 2 else { return .zero }
    drawFrame(rect, style: style)
    let room = rect.width - 4
    if room > 0, !title.isEmpty {
      write(" ", column: rect.x + 1, row: rect.y)
      let heading = write(
        title, column: rect.x + 2, row: rect.y, style: titleStyle, maxWidth: room - 2)
      write(" ", column: rect.x + 2 + heading, row: rect.y)
    }
    let taken = title.isEmpty ? 0 : glyphs.columns(of: title) + 3
    let remark = glyphs.columns(of: trailing)
    if remark > 0, taken + remark + 2 <= room {
      write(" " + trailing + " ", column: rect.maxX - remark - 4, row: rect.y, style: trailingStyle)
    }
    return rect.inset(by: 1)
  }

  private mutating func drawFrame(_ rect: Rect, style: Style) {
    let box = glyphs.box
    for column in rect.columns {
      self[column, rect.y] = Cell(box.horizontal, style)
      self[column, rect.maxY - 1] = Cell(box.horizontal, style)
    }
    for row in rect.rows {
      self[rect.x, row] = Cell(box.vertical, style)
      self[rect.maxX - 1, row] = Cell(box.vertical, style)
    }
    self[rect.x, rect.y] = Cell(box.topLeft, style)
    self[rect.maxX - 1, rect.y] = Cell(box.topRight, style)
    self[rect.x, rect.maxY - 1] = Cell(box.bottomLeft, style)
    self[rect.maxX - 1, rect.maxY - 1] = Cell(box.bottomRight, style)
  }

  /// Draws a bar that grows from the left of the first row of `rect`, to an eighth of a cell.
  ///
  /// - Parameter share: how much of the width is filled, held within 0...1; NaN is empty.
  public mutating func drawBar(_ share: Double, in rect: Rect, style: Style = .accent) {
    guard !rect.isEmpty else { return }
    let bounded = share.isNaN ? 0 : min(max(0, share), 1)
    let eighths = Int((bounded * Double(rect.width * 8)).rounded())
    for offset in 0..<rect.width {
      let block = glyphs.leftBlock(eighths: eighths - 8 * offset)
      self[rect.x + offset, rect.y] = Cell(block, style)
    }
    // What is more than all is not clipped without a sign.
    if share > 1 + Self.slack { self[rect.maxX - 1, rect.y] = Cell(glyphs.marker, style) }
  }

  /// By how much a full bar may be over for rounding.
  private static let slack = 1e-9

  /// Draws a small column chart, one column per value, on the lowest row first.
  ///
  /// - Parameter shares: heights as shares of the height of `rect`, held within 0...1.
  public mutating func drawColumns(_ shares: [Double], in rect: Rect, style: Style = .accent) {
    for (offset, share) in shares.prefix(rect.width).enumerated() {
      let bounded = share.isNaN ? 0 : min(max(0, share), 1)
      let eighths = Int((bounded * Double(rect.height * 8)).rounded())
      for level in 0..<rect.height {
        let block = glyphs.lowerBlock(eighths: eighths - 8 * level)
        self[rect.x + offset, rect.maxY - 1 - level] = Cell(block, style)
      }
      if share > 1 + Self.slack, !rect.isEmpty {
        self[rect.x + offset, rect.y] = Cell(glyphs.unicodeText ? "▲" : "^", style)
      }
    }
  }
}
