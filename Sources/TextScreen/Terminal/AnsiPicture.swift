/// A surface as text with escape sequences for colour, to be shown with `cat`.
public struct AnsiPicture {
  /// Rows that each end in a line feed, without the blanks at their ends.
  public let text: String

  public init(_ surface: Surface, theme: Theme, depth: ColourDepth = .truecolor) {
    // Converters to other forms lose what is drawn by reverse video.
    var graphic = SelectGraphic(theme: theme, depth: depth, spellsOutReverse: true)
    var bytes: [UInt8] = []
    for row in 0..<surface.size.rows {
      let cells = surface.cells[row * surface.size.columns..<(row + 1) * surface.size.columns]
      let end = cells.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? cells.startIndex
      for index in cells.startIndex..<end {
        graphic.append(cells[index], marks: surface.marks(at: index), to: &bytes)
      }
      graphic.reset(&bytes)
      bytes.append(0x0A)
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}
