import CNcurses
import TextScreen

/// Draws through ncurses, which knows every terminal there is.
struct CursesPresenter: Presenter {
  private let depth: ColourDepth
  private var shown: Surface?
  private var theme: Theme?
  private var palette = Palette()

  /// What inks are on this terminal, by their raw values.
  fileprivate struct Palette {
    /// The number of a colour, -1 for the terminal's own.
    var colours: [Int16] = []
    var emphasis: [Attributes] = []
  }

  init(depth: ColourDepth) { self.depth = depth }

  func markUpdates() { terminal_mark_updates() }

  mutating func forget() {
    shown = nil
    terminal_repaint()
  }

  mutating func present(_ surface: Surface, theme: Theme) {
    if theme != self.theme { adopt(theme) }
    var isChanged = shown == nil
    // What every cell is translated by is looked up once a frame.
    let (palette, cells, hasMarks) = (palette, surface.cells, !surface.marks.isEmpty)
    var run: [terminal_cell] = []
    run.reserveCapacity(surface.size.columns)
    surface.changedRuns(since: shown) { row, columns in
      isChanged = true
      let start = row * surface.size.columns
      run.removeAll(keepingCapacity: true)
      for index in start + columns.lowerBound..<start + columns.upperBound
      where !cells[index].isContinuation {
        run.append(palette.translated(cells[index]))
        if hasMarks { run[run.count - 1].add(surface.marks(at: index)) }
      }
      terminal_put(Int32(row), Int32(columns.lowerBound), run, Int32(run.count))
    }
    if isChanged { terminal_flush() }
    shown = surface
  }

  private mutating func adopt(_ theme: Theme) {
    let shownTheme = theme.shown(at: depth)
    let inks = (0..<Ink.count).map { Ink(rawValue: UInt8($0)) }
    palette = Palette(
      colours: inks.map {
        shownTheme.colour(of: $0).flatMap { depth.index(of: $0) }.map(Int16.init) ?? -1
      }, emphasis: inks.map { shownTheme.emphasis(of: $0) })
    self.theme = theme
    shown = nil
  }
}

extension CursesPresenter.Palette {
  /// A letter without its marks.
  @inline(__always)
  fileprivate func translated(_ cell: Cell) -> terminal_cell {
    let ink = Int(cell.ink.rawValue)
    return terminal_cell(
      scalar: cell.scalar, marks: (0, 0, 0, 0), width: cell.isWide ? 2 : 1, ink: colours[ink],
      paper: colours[Int(cell.paper.rawValue)],
      attributes: cell.attributes.union(emphasis[ink]).rawValue)
  }
}

extension terminal_cell {
  /// Puts marks on the letter, as many as it has room for.
  fileprivate mutating func add(_ marks: [Unicode.Scalar]) {
    let mark = { (index: Int) in index < marks.count ? marks[index].value : 0 }
    self.marks = (mark(0), mark(1), mark(2), mark(3))
  }
}
