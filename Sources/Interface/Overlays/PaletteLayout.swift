import TextScreen

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
  /// Where there is no room for more hits, they go before the air around them and the summary.
  private static let leastHits = 5

  init(_ palette: CommandPalette, on screen: Rect) {
    let columns = min(Self.width, max(0, screen.width - 8))
    let margin = screen.height < 16 ? 2 : 4
    let rows = min(Self.mostRows + 2 + Self.summaryRows + 1, max(0, screen.height - margin))
    box = OverlayFrame.rect(forContent: Size(columns: columns, rows: rows), on: screen)
    var room = OverlayFrame.content(of: box)
    query = room.takeTop(1)
    let spare = max(0, room.height - Self.leastHits)
    let air = spare >= Self.summaryRows + 2 ? 1 : 0
    _ = room.takeTop(air)
    summary = room.takeBottom(min(spare, Self.summaryRows))
    _ = room.takeBottom(air)
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
