/// A sheet of cells that panels draw on, addressed from the top left.
///
/// Characters that its glyphs do not have become `?`. Writing outside the sheet, or outside the
/// current clip, does nothing. A panel is given the
/// surface inside `clipped(to:)`, and since clips only ever shrink it cannot leave its rectangle.
public struct Surface: Sendable, Equatable {
  /// The cells there are.
  public let size: Size
  /// The characters the terminal at the other end can show.
  public let glyphs: Glyphs
  /// Row after row, `size.columns` cells each.
  public private(set) var cells: [Cell]
  /// By index of the cell: the accents and vowel signs that stand on its letter. Few letters have
  /// any that are not part of their scalar.
  public private(set) var marks: [Int: [Unicode.Scalar]] = [:]
  /// What is drawn at true places, where the glyphs are those of pictures of shapes.
  public private(set) var shapes: [VectorShape] = []
  /// Where drawing has an effect.
  public private(set) var clip: Rect

  /// A sheet of blanks. An empty size is a sheet without cells.
  public init(size: Size, glyphs: Glyphs = .braille) {
    self.size = size.isEmpty ? .zero : size
    self.glyphs = glyphs
    cells = Array(repeating: .blank, count: size.area)
    clip = Rect(self.size)
  }

  /// The whole sheet.
  public var bounds: Rect { Rect(size) }

  /// The cell at a position; blank outside the sheet.
  public subscript(column: Int, row: Int) -> Cell {
    get {
      guard bounds.contains(column: column, row: row) else { return .blank }
      return cells[row * size.columns + column]
    }
    set {
      guard clip.contains(column: column, row: row) else { return }
      set(row * size.columns + column, printable(newValue))
    }
  }

  /// Puts a letter with its marks into its cell, or its two. Where only one of the two may be
  /// written there is a space.
  mutating func put(_ letter: Letter, column: Int, row: Int, _ style: Style) {
    guard letter.columns == 2, let wide = Cell.wide(letter.scalar, style) else {
      self[column, row] = Cell(letter.scalar, style)
      mark(letter, column: column, row: row)
      return
    }
    let halves = [wide, Cell.continuation(style)]
    let isWhole = (column...column + 1).allSatisfy { clip.contains(column: $0, row: row) }
    for (offset, half) in halves.enumerated() {
      self[column + offset, row] = isWhole ? half : Cell(" ", style)
    }
    if isWhole { mark(letter, column: column, row: row) }
  }

  /// Adds a shape above what the cells are filled with and below their letters.
  mutating func add(_ shape: VectorShape) { shapes.append(shape) }

  private mutating func mark(_ letter: Letter, column: Int, row: Int) {
    guard !letter.marks.isEmpty, clip.contains(column: column, row: row) else { return }
    marks[row * size.columns + column] = letter.marks
  }

  /// Replaces a cell. What is left of a wide letter when one of its halves goes is a space.
  @inline(__always)
  private mutating func set(_ index: Int, _ cell: Cell) {
    let old = cells[index]
    cells[index] = cell
    if !marks.isEmpty { marks[index] = nil }
    if old.isHalf { mend(around: index, old) }
  }

  private mutating func mend(around index: Int, _ old: Cell) {
    let new = cells[index]
    if old.isContinuation, !new.isContinuation, index > 0, cells[index - 1].isWide {
      cells[index - 1] = Cell(" ", cells[index - 1].style)
    }
    if old.isWide, !new.isWide, index + 1 < cells.count, cells[index + 1].isContinuation {
      cells[index + 1] = Cell(" ", cells[index + 1].style)
    }
  }

  /// The marks on the letter of a cell.
  @inline(__always)
  public func marks(at index: Int) -> [Unicode.Scalar] {
    marks.isEmpty ? [] : marks[index] ?? []
  }

  /// Draws with everything outside `rect` protected.
  public mutating func clipped(to rect: Rect, draw: (inout Surface) throws -> Void) rethrows {
    let outer = clip
    clip = outer.intersection(rect)
    defer { clip = outer }
    try draw(&self)
  }

  /// Puts the same cell everywhere in a rectangle, as far as the clip allows.
  public mutating func fill(_ rect: Rect, with cell: Cell = .blank) {
    let area = rect.intersection(clip)
    let cell = printable(cell)
    for row in area.rows {
      for column in area.columns { set(row * size.columns + column, cell) }
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
        cells[row * size.columns + column] = cell.styled(change(cell.style))
      }
    }
  }
}
