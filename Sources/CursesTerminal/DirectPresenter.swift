import CNcurses
import Interface

/// Writes escape sequences itself, for terminals with true colour.
///
/// ncurses reaches such colours only with descriptions that are seldom installed; and one that
/// may rely on what all these terminals understand needs a quarter of its time.
struct DirectPresenter: Presenter {
  private let synchronizes: Bool
  private var shown: Surface?
  private var theme: Theme?
  private var graphic: SelectGraphic?
  private var bytes: [UInt8] = []

  init(synchronizes: Bool) { self.synchronizes = synchronizes }

  mutating func forget() { shown = nil }

  mutating func present(_ surface: Surface, theme: Theme) {
    if theme != self.theme {
      graphic = SelectGraphic(theme: theme, depth: .truecolor)
      self.theme = theme
      shown = nil
    }
    guard var graphic else { return }
    bytes.removeAll(keepingCapacity: true)
    if synchronizes { append("\u{1B}[?2026h") }
    let overhead = bytes.count
    if shown == nil { append("\u{1B}[0m\u{1B}[2J") }
    encode(surface, &graphic)
    graphic.reset(&bytes)
    self.graphic = graphic
    shown = surface
    guard bytes.count > overhead else { return }
    if synchronizes { append("\u{1B}[?2026l") }
    bytes.withUnsafeBytes { raw in
      terminal_write(raw.bindMemory(to: CChar.self).baseAddress, Int32(raw.count))
    }
  }

  private mutating func encode(_ surface: Surface, _ graphic: inout SelectGraphic) {
    var cursor: (row: Int, column: Int)?
    surface.changedRuns(since: shown) { row, columns in
      if let cursor, cursor.row == row {
        append("\u{1B}[\(columns.lowerBound - cursor.column)C")
      } else {
        append("\u{1B}[\(row + 1);\(columns.lowerBound + 1)H")
      }
      let start = row * surface.size.columns
      for column in columns { graphic.append(surface.cells[start + column], to: &bytes) }
      cursor = (row, columns.upperBound)
    }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
