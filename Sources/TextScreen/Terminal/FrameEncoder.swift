/// Frames as the bytes that bring a terminal from one to the next: only what changed, as text and
/// escape sequences that every terminal with addressable cursor understands.
public struct FrameEncoder: Sendable {
  private let depth: ColourDepth
  /// Whether each frame is marked as one update (private mode 2026).
  public var synchronizes: Bool
  private var shown: Surface?
  private var theme: Theme?
  private var graphic: SelectGraphic?
  private var bytes: [UInt8] = []

  public init(depth: ColourDepth, synchronizes: Bool) {
    self.depth = depth
    self.synchronizes = synchronizes
  }

  /// Nothing is known any more about what is on the screen.
  public mutating func forget() { shown = nil }

  /// The bytes of the next frame; none where nothing changed.
  public mutating func encode(_ surface: Surface, theme: Theme) -> [UInt8] {
    if theme != self.theme {
      graphic = SelectGraphic(theme: theme, depth: depth)
      self.theme = theme
      shown = nil
    }
    guard var graphic else { return [] }
    bytes.removeAll(keepingCapacity: true)
    if synchronizes { append("\u{1B}[?2026h") }
    let overhead = bytes.count
    if shown == nil { append("\u{1B}[0m\u{1B}[2J") }
    encode(surface, &graphic)
    graphic.reset(&bytes)
    self.graphic = graphic
    shown = surface
    guard bytes.count > overhead else { return [] }
    if synchronizes { append("\u{1B}[?2026l") }
    return bytes
  }

  private mutating func encode(_ surface: Surface, _ graphic: inout SelectGraphic) {
    var cursor: (row: Int, column: Int)?
    surface.changedRuns(since: shown) { row, columns in
      if let cursor, cursor.row == row {
        append("\u{1B}[\(columns.lowerBound - cursor.column)C")
      } else {
        moveTo(column: columns.lowerBound, row: row)
      }
      encode(surface, row: row, columns, &graphic)
      cursor = (row, columns.upperBound)
    }
  }

  private mutating func encode(
    _ surface: Surface, row: Int, _ columns: Range<Int>, _ graphic: inout SelectGraphic
  ) {
    let start = row * surface.size.columns
    for column in columns {
      let cell = surface.cells[start + column]
      graphic.append(cell, marks: surface.marks(at: start + column), to: &bytes)
      // Terminals that take a letter for narrower, or draw a mark beside it, get back into step.
      let isOdd =
        cell.isContinuation || (!surface.marks.isEmpty && surface.marks[start + column] != nil)
      if isOdd && column + 1 < surface.size.columns { moveTo(column: column + 1, row: row) }
    }
  }

  private mutating func moveTo(column: Int, row: Int) {
    append("\u{1B}[\(row + 1);\(column + 1)H")
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
