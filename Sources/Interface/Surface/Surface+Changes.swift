extension Surface {
  /// Calls `visit` with each run of cells of a row that differs from `previous`.
  ///
  /// Runs with a short gap between them become one, since skipping a few cells costs a terminal
  /// more bytes than sending them again.
  ///
  /// - Parameter previous: what was shown before; without it, or with one of another size,
  ///   every row is a run.
  public func changedRuns(
    since previous: Surface?, bridging gap: Int = 3,
    visit: (_ row: Int, _ columns: Range<Int>) -> Void
  ) {
    guard let previous, previous.size == size else {
      for row in 0..<size.rows { visit(row, 0..<size.columns) }
      return
    }
    for row in 0..<size.rows {
      let base = row * size.columns
      var run: Range<Int>?
      for column in 0..<size.columns where cells[base + column] != previous.cells[base + column] {
        if let open = run, column - open.upperBound <= gap {
          run = open.lowerBound..<column + 1
        } else {
          if let open = run { visit(row, open) }
          run = column..<column + 1
        }
      }
      if let open = run { visit(row, open) }
    }
  }

  /// The same picture on a sheet of another size: cut, or padded with blanks.
  public func fitted(to size: Size) -> Surface {
    guard size != self.size else { return self }
    var sheet = Surface(size: size, glyphs: glyphs)
    for row in 0..<min(self.size.rows, size.rows) {
      for column in 0..<min(self.size.columns, size.columns) {
        sheet[column, row] = self[column, row]
      }
    }
    return sheet
  }
}
