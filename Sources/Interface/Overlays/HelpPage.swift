import TextScreen

/// The help page as it falls on a screen: sections in one column or up to three.
struct HelpPage: Sendable {
  let box: Rect
  /// How many rows of the page are seen at once.
  let height: Int
  private let columns: [[HelpSection.Line]]
  private let columnWidth: Int

  /// - Parameter panel: the panel whose words are explained first; nil for the keys alone.
  init(on screen: Rect, about panel: Panel? = nil) {
    let count = min(3, max(1, (screen.width - 8 + Self.gap) / (Self.leastWidth + Self.gap)))
    let room = count > 1 ? (screen.width - 8 + Self.gap) / count - Self.gap : screen.width - 4
    columnWidth = min(Self.mostWidth, max(1, room))
    let words = panel.map { [HelpSection(wordsOf: $0)] } ?? []
    let sections = (words + HelpSection.all).map { [width = columnWidth] in $0.lines(width: width) }
    columns = Self.balanced(sections, over: count)
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

  /// Columns as low as they can be, the sections in their order.
  private static func balanced(
    _ sections: [[HelpSection.Line]], over count: Int
  ) -> [[HelpSection.Line]] {
    var rest = sections[...]
    return lengths(of: sections.map(\.count)[...], over: count).map { length in
      defer { rest = rest.dropFirst(length) }
      return Array(rest.prefix(length).joined())
    }
  }

  /// How many sections of these heights stand in each column.
  private static func lengths(of heights: ArraySlice<Int>, over count: Int) -> [Int] {
    guard count > 1, !heights.isEmpty else { return [heights.count] }
    let ways = (1...heights.count).map { first in
      [first] + lengths(of: heights.dropFirst(first), over: count - 1)
    }
    let tallest = { (lengths: [Int]) in
      var rest = heights
      return lengths.reduce(0) { highest, length in
        defer { rest = rest.dropFirst(length) }
        return max(highest, rest.prefix(length).reduce(0, +))
      }
    }
    return ways.map { ($0, tallest($0)) }.min { $0.1 < $1.1 }?.0 ?? []
  }

  private static let leastWidth = 46
  private static let mostWidth = 62
  private static let gap = 4
}
