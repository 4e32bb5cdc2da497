/// A map of colours with two values in each cell, one above the other.
///
/// Where a terminal cannot show two colours in a cell, or no colour, a cell shows the mean of
/// its two values as a shade instead.
public struct HalfBlockMap: Sendable {
  /// In cells; the map has twice as many rows of values.
  public let size: Size
  private var inks: [Ink]

  /// - Parameter size: in cells; every value is plain.
  public init(size: Size) {
    self.size = size.isEmpty ? .zero : size
    inks = Array(repeating: .plain, count: 2 * size.area)
  }

  /// Values from left to right.
  public var width: Int { size.columns }
  /// Values from top to bottom.
  public var height: Int { 2 * size.rows }

  /// The ink of one value; `plain` leaves the terminal's own background. Outside the map it is
  /// plain, and setting it does nothing.
  public subscript(x: Int, y: Int) -> Ink {
    get { contains(x, y) ? inks[y * width + x] : .plain }
    set {
      guard contains(x, y) else { return }
      inks[y * width + x] = newValue
    }
  }

  private func contains(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && y >= 0 && x < width && y < height
  }

  /// Draws the map with its first cell at the top left of `rect`; cells whose values are both
  /// plain let through what is there.
  public func draw(onto surface: inout Surface, in rect: Rect) {
    let area = rect.intersection(
      Rect(x: rect.x, y: rect.y, width: size.columns, height: size.rows)
    ).intersection(surface.clip)
    for row in area.rows {
      for column in area.columns {
        let upper = self[column - rect.x, 2 * (row - rect.y)]
        let lower = self[column - rect.x, 2 * (row - rect.y) + 1]
        guard upper != .plain || lower != .plain else { continue }
        surface[column, row] = cell(upper, lower, surface.glyphs)
      }
    }
  }

  private func cell(_ upper: Ink, _ lower: Ink, _ glyphs: Glyphs) -> Cell {
    guard glyphs.paper, glyphs.unicodeText else {
      let share = (Self.darkness(upper) + Self.darkness(lower)) / 2
      return Cell(glyphs.shade(share), Style(upper == .plain ? lower : upper))
    }
    // Paper alone: a block as large as the cell leaves seams in terminals that draw it by a font.
    if upper == lower { return Cell(" ", Style(.plain, on: upper)) }
    if upper == .plain { return Cell("▄", Style(lower)) }
    return Cell("▀", Style(upper, on: lower))
  }

  /// How much of a cell an ink fills when only the shade can say it.
  private static func darkness(_ ink: Ink) -> Double {
    if let paint = ink.paint { return Double(max(paint.red, paint.green, paint.blue)) / 255 }
    guard let step = ink.densityStep else { return ink == .plain ? 0 : 1 }
    return Double(step + 1) / Double(Ink.densitySteps)
  }
}
