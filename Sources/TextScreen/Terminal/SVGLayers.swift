/// The shapes of a picture, gathered by colour so that each is named once.
struct SVGLayers {
  /// What shapes share: a colour (nothing is the picture's own) and whether it is faint.
  struct Paint: Hashable {
    var colour: RGB?
    var isFaint = false
  }

  private var papers = SVGRuns<Paint>(pitch: 8)
  private var blocks = SVGRuns<Paint>(pitch: 8)
  private var dots = SVGRuns<Paint>(pitch: 4)
  private var strokes: [Paint: String] = [:]
  private var letters = SVGLetters()
  private var order: [Paint] = []

  /// Adds one cell; cells must come row by row, from the left.
  mutating func add(
    _ cell: Cell, marks: [Unicode.Scalar] = [], column: Int, row: Int, theme: Theme
  ) {
    let attributes = cell.attributes.union(theme.emphasis(of: cell.ink))
    var ink = Paint(colour: theme.colour(of: cell.ink), isFaint: attributes.contains(.dim))
    var paper = cell.paper == .plain ? nil : theme.colour(of: cell.paper)
    if attributes.contains(.reverse) {
      (ink.colour, paper) = (paper ?? theme.picturePaper, ink.colour ?? theme.pictureInk)
    }
    note(ink)
    let x = column * SVGPicture.cellWidth
    let y = row * SVGPicture.cellHeight
    if let paper {
      note(Paint(colour: paper))
      papers.add(Paint(colour: paper), x: x, y: y, height: SVGPicture.cellHeight)
    }
    switch CellShape(cell.scalar) {
    case .blank: break
    case .block(let left, let top, let width, let height):
      blocks.add(ink, x: x + left, y: y + top, width: width, height: height)
    case .dots(let mask): addDots(mask, x, y, ink)
    case .stroke(let path): strokes[ink, default: ""] += "M\(x) \(y)" + path
    case .letter:
      let emphasis = attributes.intersection([.bold, .italic, .underline])
      let letter = Letter(
        scalar: cell.unicodeScalar, marks: marks, columns: cell.isWide ? 2 : 1)
      letters.add(letter, column: column, row: row, paint: ink, emphasis: emphasis)
    }
  }

  private mutating func note(_ paint: Paint) {
    if !order.contains(paint) { order.append(paint) }
  }

  private mutating func addDots(_ mask: UInt8, _ x: Int, _ y: Int, _ ink: Paint) {
    let bits: [(column: Int, row: Int)] = [
      (0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3),
    ]
    for (bit, place) in bits.enumerated() where mask & 1 << bit != 0 {
      dots.add(ink, x: x + 2 + 4 * place.column, y: y + 2 + 4 * place.row)
    }
  }

  /// The picture, background first.
  ///
  /// - Parameter shapes: what stands between the areas and the lines and letters.
  func elements(around shapes: [String]) -> [String] {
    let areas = [papers, blocks].flatMap { runs in
      order.compactMap { paint in
        runs.rectangles(paint).map { "<path\(paint.fill) d=\"\($0)\"/>" }
      }
    }
    let lines = order.compactMap { paint in
      strokes[paint].map { "<path\(paint.stroke) fill=\"none\" d=\"\($0)\"/>" }
    }
    // A dash without length and round ends is a dot, so that a row of dots is one short line.
    let points = order.compactMap { paint in
      dots.lines(paint).map {
        "<path\(paint.stroke) stroke-width=\"3\" stroke-linecap=\"round\" "
          + "stroke-dasharray=\".01 3.99\" d=\"\($0)\"/>"
      }
    }
    return areas + shapes + lines + points + letters.elements
  }
}

extension SVGLayers.Paint {
  var fill: String { (colour.map { " fill=\"\($0.hex)\"" } ?? "") + faintness }

  var stroke: String { " stroke=\"\(colour?.hex ?? "currentColor")\"" + faintness }

  private var faintness: String { isFaint ? " opacity=\".6\"" : "" }
}
