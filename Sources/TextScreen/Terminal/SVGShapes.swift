/// Circles and paths as elements of an SVG picture.
struct SVGShapes {
  let elements: [String]

  init(_ shapes: [VectorShape], theme: Theme) {
    elements = shapes.map { Self.element($0, (theme.colour(of: $0.ink) ?? theme.pictureInk).hex) }
  }

  private static func element(_ shape: VectorShape, _ colour: String) -> String {
    switch shape.outline {
    case .circle(let radius):
      return "<circle cx=\"\(number(shape.start.x))\" cy=\"\(number(shape.start.y))\" "
        + "r=\"\(number(radius))\" fill=\"\(colour)\"/>"
    case .path(let places, let isDotted):
      let dashes = isDotted ? " stroke-dasharray=\"1.5 3\"" : ""
      let first = "M\(number(shape.start.x)) \(number(shape.start.y))"
      let rest = places.map { "L\(number($0.x)) \(number($0.y))" }.joined()
      return "<path fill=\"none\" stroke=\"\(colour)\" stroke-width=\"1.3\" "
        + "stroke-linejoin=\"round\"\(dashes) d=\"\(first)\(rest)\"/>"
    }
  }

  /// A place to a hundredth of a unit.
  static func number(_ value: Double) -> String {
    var text = Text.decimal(value, decimals: 2)
    while text.last == "0" { text.removeLast() }
    return text.last == "." ? String(text.dropLast()) : text
  }
}
