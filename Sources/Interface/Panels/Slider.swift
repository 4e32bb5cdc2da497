import TextScreen

/// A slider in a row of a panel: where it stands and what a hand on it means.
struct Slider: Sendable {
  /// What it moves, at its left.
  let name: String
  /// The values at both ends; others can be typed.
  let range: ClosedRange<Double>
  /// A value that is marked on it.
  let mark: Double

  /// The number at the right end.
  private static let numberWidth = 6

  /// The ruler in a row of the panel.
  func ruler(in row: Rect) -> Rect {
    var rest = row
    _ = rest.takeLeft(name.count + 1)
    _ = rest.takeRight(Self.numberWidth)
    return rest
  }

  private var span: Double { range.upperBound - range.lowerBound }

  /// The value at a column, to a tenth.
  func value(atColumn column: Int, on ruler: Rect) -> Double {
    let share = Double(column - ruler.x) / Double(max(1, ruler.width - 1))
    let value = range.lowerBound + span * min(max(0, share), 1)
    return (10 * value).rounded() / 10
  }

  /// The column of a value; those beyond an end stand at it.
  func column(of value: Double, on ruler: Rect) -> Int {
    let share = min(max(0, (value - range.lowerBound) / span), 1)
    return ruler.x + Int((share * Double(max(0, ruler.width - 1))).rounded())
  }

  /// - Parameter number: the value in words.
  func draw(
    _ value: Double, _ number: String, isHeld: Bool, on surface: inout Surface, in row: Rect
  ) {
    surface.write(name, in: row, align: .left, style: .dim)
    var rest = row
    surface.write(
      number, in: rest.takeRight(Self.numberWidth), align: .right, style: .value.with(.bold))
    let ruler = ruler(in: row)
    guard ruler.width >= 5 else { return }
    let (box, isUnicode) = (surface.glyphs.box, surface.glyphs.unicodeText)
    surface.fill(ruler, with: Cell(box.horizontal, .border))
    surface[ruler.x, ruler.y] = Cell(box.teeLeft, .border)
    surface[ruler.maxX - 1, ruler.y] = Cell(box.teeRight, .border)
    surface[column(of: mark, on: ruler), ruler.y] = Cell(isUnicode ? "┼" : "+", .dim)
    let beyond: Unicode.Scalar? =
      value > range.upperBound
      ? surface.glyphs.marker : value < range.lowerBound ? (isUnicode ? "◂" : "<") : nil
    surface[column(of: value, on: ruler), ruler.y] = Cell(
      beyond ?? surface.glyphs.knob, Style(isHeld ? .cursor : .accent, on: .plain, .bold))
  }
}

extension AppState {
  /// Takes hold of the slider of a panel where the mouse is on its row.
  mutating func take(
    _ row: Rect, of panel: Panel, _ mouse: Mouse, _ layout: ScreenLayout
  ) -> [Effect] {
    guard row.contains(column: mouse.column, row: mouse.row) else { return [] }
    drag = .slider(panel)
    return panel.slide(&self, mouse, layout)
  }
}
