/// A sheet of cells that panels draw on, addressed from the top left.
///
/// Characters that its glyphs do not have become `?`. Writing outside the sheet, or outside the
/// current clip, does nothing. A panel is given the
/// surface inside `clipped(to:)`, and since clips only ever shrink it cannot leave its rectangle.
public struct Surface: Sendable, Equatable {
  public let size: Size
  /// The characters the terminal at the other end can show.
  public let glyphs: Glyphs
  /// Row after row, `size.columns` cells each.
  public private(set) var cells: [Cell]
  /// Where drawing has an effect.
  public private(set) var clip: Rect

  public init(size: Size, glyphs: Glyphs = .braille) {
    self.size = size.isEmpty ? .zero : size
    self.glyphs = glyphs
    cells = Array(repeating: .blank, count: size.area)
    clip = Rect(self.size)
  }

  public var bounds: Rect { Rect(size) }

  /// The cell at a position; blank outside the sheet.
  public subscript(column: Int, row: Int) -> Cell {
    get {
      guard bounds.contains(column: column, row: row) else { return .blank }
      return cells[row * size.columns + column]
    }
    set {
      guard clip.contains(column: column, row: row) else { return }
      cells[row * size.columns + column] = printable(newValue)
    }
  }

  /// Draws with everything outside `rect` protected.
  public mutating func clipped(to rect: Rect, draw: (inout Surface) throws -> Void) rethrows {
    let outer = clip
    clip = outer.intersection(rect)
    defer { clip = outer }
    try draw(&self)
  }

  public mutating func fill(_ rect: Rect, with cell: Cell = .blank) {
    let area = rect.intersection(clip)
    let cell = printable(cell)
    for row in area.rows {
      for column in area.columns { cells[row * size.columns + column] = cell }
    }
  }

  private func printable(_ cell: Cell) -> Cell {
    cell.scalar < 0x7F || glyphs.unicodeText ? cell : Cell("?", cell.style)
  }

  /// Changes the style of what is already there, for a selection or a highlighted row.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(clip)
    for row in area.rows {
      for column in area.columns {
        let cell = cells[row * size.columns + column]
        cells[row * size.columns + column] = Cell(cell.unicodeScalar, change(cell.style))
      }
    }
  }
}
