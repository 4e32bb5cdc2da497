import CNcurses
import TextScreen

/// Draws through ncurses, which knows every terminal there is.
struct CursesPresenter: Presenter {
  private let depth: ColourDepth
  private var shown: Surface?
  private var theme: Theme?
  /// By raw value of the ink: the number of its colour, -1 for the terminal's own.
  private var colours: [Int16] = []
  private var emphasis: [Attributes] = []
  private var run: [terminal_cell] = []

  init(depth: ColourDepth) { self.depth = depth }

  mutating func forget() {
    shown = nil
    terminal_repaint()
  }

  mutating func present(_ surface: Surface, theme: Theme) {
    if theme != self.theme { adopt(theme) }
    var isChanged = shown == nil
    surface.changedRuns(since: shown) { row, columns in
      isChanged = true
      let start = row * surface.size.columns
      run.removeAll(keepingCapacity: true)
      for index in start + columns.lowerBound..<start + columns.upperBound
      where !surface.cells[index].isContinuation {
        run.append(translated(surface.cells[index], marks: surface.marks(at: index)))
      }
      terminal_put(Int32(row), Int32(columns.lowerBound), run, Int32(run.count))
    }
    if isChanged { terminal_flush() }
    shown = surface
  }

  private mutating func adopt(_ theme: Theme) {
    let shownTheme = theme.shown(at: depth)
    let inks = (0..<Ink.count).map { Ink(rawValue: UInt8($0)) }
    colours = inks.map {
      shownTheme.colour(of: $0).flatMap { depth.index(of: $0) }.map(Int16.init) ?? -1
    }
    emphasis = inks.map { shownTheme.emphasis(of: $0) }
    self.theme = theme
    shown = nil
  }

  private func translated(_ cell: Cell, marks: [Unicode.Scalar]) -> terminal_cell {
    let ink = Int(cell.ink.rawValue)
    let mark = { (index: Int) in index < marks.count ? marks[index].value : 0 }
    return terminal_cell(
      scalar: cell.scalar, marks: (mark(0), mark(1), mark(2), mark(3)),
      width: cell.isWide ? 2 : 1, ink: colours[ink],
      paper: colours[Int(cell.paper.rawValue)],
      attributes: cell.attributes.union(emphasis[ink]).rawValue)
  }
}
