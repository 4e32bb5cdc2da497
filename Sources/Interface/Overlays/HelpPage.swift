/// The help page as it falls on a screen: sections in one column or two.
struct HelpPage: Sendable {
  let box: Rect
  /// How many rows of the page are seen at once.
  let height: Int
  private let columns: [[HelpSection.Line]]
  private let columnWidth: Int

  init(on screen: Rect) {
    let isDouble = screen.width >= 2 * Self.leastWidth + Self.gap + 8
    let room = isDouble ? (screen.width - 8 - Self.gap) / 2 : screen.width - 4
    columnWidth = min(Self.mostWidth, max(1, room))
    let sections = HelpSection.all.map { [width = columnWidth] in $0.lines(width: width) }
    columns = isDouble ? Self.balanced(sections) : [Array(sections.joined())]
    let rows = columns.map(\.count).max() ?? 0
    let width = columnWidth * columns.count + Self.gap * (columns.count - 1)
    box = OverlayFrame.rect(forContent: Size(columns: width, rows: rows), on: screen)
    height = OverlayFrame.content(of: box).height
  }

  var rows: Int { columns.map(\.count).max() ?? 0 }

  var mostScroll: Int { max(0, rows - height) }

  func draw(from first: Int, on surface: inout Surface, in room: Rect) {
    for (index, lines) in columns.enumerated() {
      let x = room.x + index * (columnWidth + Self.gap)
      for (offset, line) in lines.dropFirst(first).prefix(height).enumerated() {
        let strip = Rect(x: x, y: room.y + offset, width: columnWidth, height: 1)
        surface.write(line, in: strip.intersection(room))
      }
    }
  }

  /// Two columns of about the same height, the sections in their order.
  private static func balanced(_ sections: [[HelpSection.Line]]) -> [[HelpSection.Line]] {
    let total = sections.reduce(0) { $0 + $1.count }
    let heights = sections.indices.map { sections[...$0].reduce(0) { $0 + $1.count } }
    let split = heights.indices.min {
      abs(2 * heights[$0] - total) < abs(2 * heights[$1] - total)
    }
    let first = sections.prefix((split ?? 0) + 1)
    return [Array(first.joined()), Array(sections.dropFirst(first.count).joined())]
  }

  private static let leastWidth = 46
  private static let mostWidth = 62
  private static let gap = 4
}
