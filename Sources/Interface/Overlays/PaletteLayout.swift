/// Where the parts of the palette are; drawing and the mouse agree by asking here.
///
/// The box keeps its size while somebody types, so that nothing jumps.
struct PaletteLayout: Sendable, Equatable {
  let box: Rect
  let query: Rect
  let list: Rect
  /// Room for what the selected entry is, or why it cannot be chosen.
  let summary: Rect
  /// The hits that are seen.
  let visible: Range<Int>

  private static let width = 76
  private static let mostRows = 16
  private static let summaryRows = 2

  init(_ palette: CommandPalette, on screen: Rect) {
    let columns = min(Self.width, max(0, screen.width - 8))
    let rows = min(Self.mostRows + 2 + Self.summaryRows + 1, max(0, screen.height - 4))
    box = OverlayFrame.rect(forContent: Size(columns: columns, rows: rows), on: screen)
    var room = OverlayFrame.content(of: box)
    query = room.takeTop(1)
    if room.height > 4 {
      _ = room.takeTop(1)
      summary = room.takeBottom(Self.summaryRows)
      _ = room.takeBottom(1)
    } else {
      summary = .zero
    }
    list = room
    let shown = min(palette.hits.count, list.height)
    let first = min(max(0, palette.selected - shown / 2), palette.hits.count - shown)
    visible = first..<first + shown
  }

  func rect(ofRow index: Int) -> Rect {
    Rect(x: list.x, y: list.y + index - visible.lowerBound, width: list.width, height: 1)
      .intersection(list)
  }
}
