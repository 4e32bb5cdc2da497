extension Surface {
  /// What is on the surface as text: a line per row, without the blanks at the ends of rows and
  /// without the empty rows at the bottom.
  public var plainText: String {
    var lines = (0..<size.rows).map(plainRow)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private func plainRow(_ row: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for index in row * size.columns..<(row + 1) * size.columns where !cells[index].isContinuation {
      let cell = cells[index]
      // Without colours a cell that is nothing but ground is seen as a block.
      scalars.append(cell.isGroundAlone ? "█" : cell.unicodeScalar)
      for mark in marks(at: index) { scalars.append(mark) }
    }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
