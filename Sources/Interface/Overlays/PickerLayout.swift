/// Where the parts of a list are; drawing and the mouse agree by asking here.
///
/// The box keeps its size while somebody types, so that nothing jumps.
struct PickerLayout: Sendable, Equatable {
  let box: Rect
  let list: Rect
  /// Room for the summary of the selected row; empty where every row shows its own.
  let summary: Rect
  /// Room for the keys; empty where the footer has room for all of them.
  let keys: Rect
  /// The rows that are seen.
  let visible: Range<Int>
  let titleWidth: Int
  /// Whether there is room for a summary in every row.
  let hasSummaries: Bool

  init(_ picker: Picker, on screen: Rect) {
    let titles = picker.all.map(\.title.count).max() ?? 0
    let summaries = picker.all.map(\.summary.count).max() ?? 0
    let wide = 2 + titles + 2 + summaries + 2 + Self.useWidth
    let most = screen.width - 8
    hasSummaries = summaries > 0 && wide <= most
    titleWidth = titles
    let narrow = max(2 + titles + 2 + Self.useWidth, min(summaries, Self.narrowWidth))
    let width = max(hasSummaries ? wide : narrow, Self.leastWidth)
    let foot = summaries > 0 && !hasSummaries ? 3 : 0
    let keyRows = screen.width < Self.footerWidth ? 1 : 0
    box = OverlayFrame.rect(
      forContent: Size(columns: width, rows: max(1, picker.all.count) + foot + keyRows),
      on: screen)
    var room = OverlayFrame.content(of: box)
    // What is left of a small screen belongs to the list.
    let spare = room.height - min(picker.all.count, 3)
    keys = room.takeBottom(spare >= keyRows ? keyRows : 0)
    var lines = room.takeBottom(spare >= keyRows + foot ? foot : 0)
    _ = lines.takeTop(1)
    summary = lines
    list = room
    visible = Self.visible(picker, rows: room.height)
  }

  func rect(ofRow index: Int) -> Rect {
    Rect(x: list.x, y: list.y + index - visible.lowerBound, width: list.width, height: 1)
      .intersection(list)
  }

  /// The stretch of rows around the selected one.
  private static func visible(_ picker: Picker, rows: Int) -> Range<Int> {
    let count = picker.rows.count
    let shown = min(count, rows)
    let first = min(max(0, picker.selected - shown / 2), count - shown)
    return first..<first + shown
  }

  private static let useWidth = 6
  private static let leastWidth = 36
  /// From this width on the footer has room for the keys of a list.
  private static let footerWidth = 60
  private static let narrowWidth = 56
}
