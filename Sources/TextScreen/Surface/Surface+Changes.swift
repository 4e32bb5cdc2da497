extension Surface {
  /// Calls `visit` with each run of cells of a row that differs from `previous`.
  ///
  /// Runs with a short gap between them become one, since skipping a few cells costs a terminal
  /// more bytes than sending them again. A run never begins or ends within a wide letter.
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
    let hasMarks = !marks.isEmpty || !previous.marks.isEmpty
    for row in 0..<size.rows {
      let base = row * size.columns
      var run: Range<Int>?
      for column in 0..<size.columns
      where cells[base + column] != previous.cells[base + column]
        || (hasMarks && marks[base + column] != previous.marks[base + column])
      {
        let letter = columnsOfLetter(at: column, base: base)
        if let open = run, letter.lowerBound - open.upperBound <= gap {
          run = open.lowerBound..<max(open.upperBound, letter.upperBound)
        } else {
          if let open = run { visit(row, open) }
          run = letter
        }
      }
      if let open = run { visit(row, open) }
    }
  }

  /// The columns of the letter that a cell is a part of.
  @inline(__always)
  private func columnsOfLetter(at column: Int, base: Int) -> Range<Int> {
    guard cells[base + column].isHalf else { return column..<column + 1 }
    let first = cells[base + column].isWide ? column : max(0, column - 1)
    return first..<min(first + 2, size.columns)
  }

  /// The same picture on a sheet of another size: cut, or padded with blanks.
  public func fitted(to size: Size) -> Surface {
    guard size != self.size else { return self }
    var sheet = Surface(size: size, glyphs: glyphs)
    for row in 0..<min(self.size.rows, size.rows) {
      for column in 0..<min(self.size.columns, size.columns) {
        let cell = self[column, row]
        let letter = Letter(
          scalar: cell.unicodeScalar, marks: marks[row * self.size.columns + column] ?? [],
          columns: cell.isWide ? 2 : 1)
        if !cell.isContinuation { sheet.put(letter, column: column, row: row, cell.style) }
      }
    }
    return sheet
  }
}
