import Diffusion
import TextScreen

/// The slider of the weight of guidance: where it stands and what a hand on it means.
enum WeightSlider {
  /// The weights at both ends; others can be typed.
  static let range = 0.0...10.0
  private static let name = "weight "
  /// The number at the right end.
  private static let numberWidth = 6

  /// The ruler in a row of the panel.
  static func ruler(in row: Rect) -> Rect {
    var rest = row
    _ = rest.takeLeft(name.count)
    _ = rest.takeRight(numberWidth)
    return rest
  }

  /// The weight at a column, to a tenth.
  static func weight(atColumn column: Int, on ruler: Rect) -> Double {
    let share = Double(column - ruler.x) / Double(max(1, ruler.width - 1))
    let span = range.upperBound - range.lowerBound
    let weight = range.lowerBound + span * min(max(0, share), 1)
    return (10 * weight).rounded() / 10
  }

  /// The column of a weight; those beyond an end stand at it.
  static func column(of weight: Double, on ruler: Rect) -> Int {
    let span = range.upperBound - range.lowerBound
    let share = min(max(0, (weight - range.lowerBound) / span), 1)
    return ruler.x + Int((share * Double(max(0, ruler.width - 1))).rounded())
  }

  static func draw(_ weight: Double, isHeld: Bool, on surface: inout Surface, in row: Rect) {
    surface.write(name, in: row, align: .left, style: .dim)
    var number = row
    surface.write(
      GuidanceWords.weight(weight), in: number.takeRight(numberWidth), align: .right,
      style: .value.with(.bold))
    let ruler = ruler(in: row)
    guard ruler.width >= 5 else { return }
    let (box, isUnicode) = (surface.glyphs.box, surface.glyphs.unicodeText)
    surface.fill(ruler, with: Cell(box.horizontal, .border))
    surface[ruler.x, ruler.y] = Cell(box.teeLeft, .border)
    surface[ruler.maxX - 1, ruler.y] = Cell(box.teeRight, .border)
    // The weight at which samples are those of the label itself.
    let one = column(of: 1, on: ruler)
    surface[one, ruler.y] = Cell(isUnicode ? "┼" : "+", .dim)
    let knob = column(of: weight, on: ruler)
    let beyond: Unicode.Scalar? =
      weight > range.upperBound
      ? surface.glyphs.marker : weight < range.lowerBound ? (isUnicode ? "◂" : "<") : nil
    surface[knob, ruler.y] = Cell(
      beyond ?? surface.glyphs.knob, Style(isHeld ? .cursor : .accent, on: .plain, .bold))
  }
}

extension AppState {
  /// Takes hold of the slider where the mouse is on its row.
  mutating func takeSlider(_ mouse: Mouse, _ layout: ScreenLayout) -> [Effect] {
    guard let rect = layout.rect(of: .guidance), experiment.guidance != nil else { return [] }
    let row = GuidancePanel.sliderRow(in: rect)
    guard row.contains(column: mouse.column, row: mouse.row) else { return [] }
    drag = .weight
    return moveSlider(mouse, layout)
  }

  /// Moves the weight to where the mouse is.
  mutating func moveSlider(_ mouse: Mouse, _ layout: ScreenLayout) -> [Effect] {
    guard let rect = layout.rect(of: .guidance), experiment.guidance != nil else { return [] }
    let ruler = WeightSlider.ruler(in: GuidancePanel.sliderRow(in: rect))
    return setWeight(WeightSlider.weight(atColumn: mouse.column, on: ruler))
  }
}
