import Diffusion
import TextScreen

/// One of the numbers that tell a network the time, as a knob between its least and its largest, with
/// a line from 0.
enum TimeFeatureBar {
  private static let nameWidth = 16
  private static let numberWidth = 6

  static func draw(
    _ feature: TimeFeature, isLit: Bool = true, on surface: inout Surface, in rect: Rect
  ) {
    guard rect.width > nameWidth else { return }
    var rest = rect
    surface.write(
      feature.name, in: rest.takeLeft(nameWidth), align: .left, style: isLit ? .dim : .ghost)
    let number = rest.takeRight(rest.width >= numberWidth ? numberWidth : 0)
    surface.write(
      Text.fixed(feature.value, decimals: 2), in: number, align: .right,
      style: isLit ? .plain : .ghost)
    guard rest.width >= 5 else { return }
    let glyphs = surface.glyphs
    let place = { (share: Double) in rest.x + Int((share * Double(rest.width - 1)).rounded()) }
    let (zero, knob) = (place(0.5), place((1 + feature.value / feature.limit) / 2))
    surface.fill(
      Rect(x: rest.x, y: rest.y, width: rest.width, height: 1),
      with: Cell(glyphs.box.horizontal, .border))
    surface[zero, rest.y] = Cell(glyphs.unicodeText ? "┼" : "+", .border)
    let line: Unicode.Scalar = glyphs.unicodeText ? "━" : "="
    for column in min(zero, knob)...max(zero, knob) where column != zero {
      surface[column, rest.y] = Cell(line, isLit ? Style(.curve) : .ghost)
    }
    surface[knob, rest.y] = Cell(glyphs.knob, isLit ? Style(.curve, on: .plain, .bold) : .ghost)
  }
}
