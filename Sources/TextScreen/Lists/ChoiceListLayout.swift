/// Where the parts of a list are; drawing and the mouse agree by asking here.
///
/// The box keeps its size while somebody types, so that nothing jumps.
public struct ChoiceListLayout: Sendable, Equatable {
  public let box: Rect
  let list: Rect
  /// Room for the summary of the selected row; empty where every row shows its own.
  let summary: Rect
  /// Room for the keys; empty where the footer has room for all of them.
  public let keys: Rect
  /// The rows that are seen.
  public let visible: Range<Int>
  let titleWidth: Int
  /// Whether every row shows its summary, in one line or in several.
  let hasSummaries: Bool
  /// What the rows look like, by index.
  let blocks: [ChoiceListBlock]

  /// - Parameters:
  ///   - wrapsSummaries: whether summaries that are too long go on in further lines.
  ///   - screen: what the box lies over.
  public init(_ list: ChoiceList, wrapsSummaries: Bool, on screen: Rect) {
    let titles = list.all.map(\.title.columns).max() ?? 0
    let summaries = list.all.map(\.summary.columns).max() ?? 0
    let wide = 2 + titles + 2 + summaries + 2 + Self.useWidth
    let most = screen.width - 8
    let wrapWidth = most - (wide - summaries)
    let isWrapped = wrapsSummaries && wide > most && wrapWidth >= Self.leastWrapWidth
    hasSummaries = summaries > 0 && (wide <= most || isWrapped)
    titleWidth = titles
    let narrow = max(2 + titles + 2 + Self.useWidth, min(summaries, Self.narrowWidth))
    let width = max(hasSummaries ? min(wide, most) : narrow, Self.leastWidth)
    let foot = summaries > 0 && !hasSummaries ? 3 : 0
    let keyRows = screen.width < Self.footerWidth ? 1 : 0
    let whole = ChoiceListBlock.blocks(
      of: list.all, wrapWidth: isWrapped ? wrapWidth : nil, hasHeadings: true)
    let height = whole.reduce(0) { $0 + $1.height }
    box = OverlayFrame.rect(
      forContent: Size(columns: width, rows: max(1, height) + foot + keyRows), on: screen)
    var room = OverlayFrame.content(of: box)
    // What is left of a small screen belongs to the list.
    let spare = room.height - min(height, 3)
    keys = room.takeBottom(spare >= keyRows ? keyRows : 0)
    var lines = room.takeBottom(spare >= keyRows + foot ? foot : 0)
    _ = lines.takeTop(1)
    summary = lines
    self.list = room
    blocks = ChoiceListBlock.blocks(
      of: list.rows, wrapWidth: isWrapped ? wrapWidth : nil, hasHeadings: list.query.isEmpty)
    visible = Self.visible(blocks.map(\.height), around: list.selected, rows: room.height)
  }

  /// The lines of a row, without the heading above it.
  public func rect(ofRow index: Int) -> Rect {
    guard visible.contains(index) else { return .zero }
    let above = blocks[visible.lowerBound..<index].reduce(0) { $0 + $1.height }
    let heading = blocks[index].heading == nil ? 0 : 1
    return Rect(
      x: list.x, y: list.y + above + heading, width: list.width, height: blocks[index].lines.count
    ).intersection(list)
  }

  /// The stretch of rows around the selected one.
  private static func visible(_ heights: [Int], around selected: Int, rows: Int) -> Range<Int> {
    guard heights.indices.contains(selected) else { return 0..<0 }
    var range = selected..<selected + 1
    var left = rows - heights[selected]
    while true {
      let (before, after) = (range.lowerBound - 1, range.upperBound)
      let canGrowUp = before >= 0 && heights[before] <= left
      let canGrowDown = after < heights.count && heights[after] <= left
      guard canGrowUp || canGrowDown else { return range }
      // The selected row stays in the middle as far as there are rows on both sides.
      let isLow = selected - range.lowerBound > range.upperBound - 1 - selected
      if canGrowUp && (!isLow || !canGrowDown) {
        range = before..<range.upperBound
        left -= heights[before]
      } else {
        range = range.lowerBound..<after + 1
        left -= heights[after]
      }
    }
  }

  private static let useWidth = 6
  private static let leastWidth = 36
  /// From this width on the footer has room for the keys of a list.
  private static let footerWidth = 60
  private static let narrowWidth = 56
  /// Summaries are broken into lines of this width or more, where that is needed to show all.
  private static let leastWrapWidth = 30
}
