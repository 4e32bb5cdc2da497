import Diffusion
import TextScreen

/// The help page as it falls on a screen: sections in one column or up to four.
struct HelpPage: Sendable {
  let box: Rect
  /// How many rows of the page are seen at once.
  let height: Int
  private let columns: [[HelpSection.Line]]
  private let columnWidth: Int

  /// - Parameters:
  ///   - panel: the panel whose words are explained first; nil for the keys alone.
  ///   - notation: what quantities are called.
  init(on screen: Rect, about panel: Panel? = nil, in notation: Notation = .ddpm) {
    let count = min(4, max(1, (screen.width - 8 + Self.gap) / (Self.leastWidth + Self.gap)))
    let room = count > 1 ? (screen.width - 8 + Self.gap) / count - Self.gap : screen.width - 4
    columnWidth = min(Self.mostWidth, max(1, room))
    let words = panel.map { [HelpSection(wordsOf: $0)] } ?? []
    let relabelling = Relabelling(notation)
    let blocks = (words + HelpSection.all).flatMap { [width = columnWidth] in
      $0.relabelled(relabelling).blocks(width: width)
    }
    columns = Self.flowing(blocks, over: count)
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

  /// Columns as low as they can be, all in their order. What belongs together is not parted.
  private static func flowing(
    _ blocks: [[HelpSection.Line]], over count: Int
  ) -> [[HelpSection.Line]] {
    let total = blocks.reduce(0) { $0 + $1.count }
    let tallest = blocks.map(\.count).max() ?? 0
    var height = max(tallest, (total + count - 1) / count)
    while true {
      let columns = filled(blocks, height: height)
      if columns.count <= count { return columns }
      height += 1
    }
  }

  /// Columns of a height, one after another; the air below a section may fall away at its end.
  private static func filled(
    _ blocks: [[HelpSection.Line]], height: Int
  ) -> [[HelpSection.Line]] {
    blocks.reduce(into: [[]]) { columns, block in
      let words = block.last?.runs.isEmpty == true ? block.count - 1 : block.count
      let last = columns.count - 1
      if columns[last].count + words > height {
        columns.append(block)
      } else {
        columns[last] += block.prefix(height - columns[last].count)
      }
    }
  }

  private static let leastWidth = 45
  private static let mostWidth = 62
  private static let gap = 4
}
