/// The shapes of a picture, gathered by colour so that each is named once.
struct SVGLayers {
  /// What shapes share: a colour (nothing is the picture's own) and how much of it there is.
  struct Paint: Hashable {
    var colour: RGB?
    var percent = 100
  }

  private var papers = SVGRuns<Paint>(pitch: 8)
  private var blocks = SVGRuns<Paint>(pitch: 8)
  private var dots = SVGRuns<Paint>(pitch: 4)
  private var strokes: [Paint: String] = [:]
  private var marks: [Paint: String] = [:]
  private var letters = SVGLetters()
  private var order: [Paint] = []

  /// Adds one cell; cells must come row by row, from the left.
  mutating func add(
    _ cell: Cell, marks: [Unicode.Scalar] = [], column: Int, row: Int, theme: Theme
  ) {
    let attributes = cell.attributes.union(theme.emphasis(of: cell.ink))
    var ink = Paint(
      colour: theme.colour(of: cell.ink), percent: attributes.contains(.dim) ? Self.faint : 100)
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
    case .blocks(let parts):
      for part in parts {
        blocks.add(
          ink, x: x + part.left, y: y + part.top, width: part.width, height: part.height)
      }
    case .shade(let percent):
      ink.percent = ink.percent * percent / 100
      note(ink)
      blocks.add(ink, x: x, y: y, height: SVGPicture.cellHeight)
    case .dots(let mask): addDots(mask, x, y, ink)
    case .stroke(let outline): strokes[ink, default: ""] += outline.path(x, y)
    case .mark(let outline): self.marks[ink, default: ""] += outline.path(x, y)
    case .letter:
      let emphasis = attributes.intersection([.bold, .italic, .underline])
      let letter = Letter(
        scalar: cell.unicodeScalar, marks: marks, columns: cell.isWide ? 2 : 1)
      letters.add(letter, column: column, row: row, paint: ink, emphasis: emphasis)
    }
  }

  /// How much of its colour has what is dim, in percent.
  private static let faint = 60

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
  /// - Parameters:
  ///   - shapes: what stands between the areas and the lines and letters.
  ///   - ink: the picture's own colour.
  func elements(around shapes: [String], ink: RGB) -> [String] {
    // With soft edges each of two areas that touch would let a hair of the ground through.
    let areas = [papers, blocks].flatMap { runs in
      order.compactMap { paint in
        runs.rectangles(paint).map {
          "<path shape-rendering=\"crispEdges\"\(paint.fill) d=\"\($0)\"/>"
        }
      }
    }
    let lines = order.compactMap { paint in
      strokes[paint].map { "<path\(paint.stroke(ink)) fill=\"none\" d=\"\($0)\"/>" }
    }
    let solids = order.compactMap { paint in
      marks[paint].map { "<path\(paint.fill) d=\"\($0)\"/>" }
    }
    // A line without length that has round ends is a dot. One dashed line for a row of them would be
    // shorter, but ImageMagick's own renderer joins the rows of a dashed path.
    let points = order.compactMap { paint in
      dots.points(paint).map {
        "<path\(paint.stroke(ink)) stroke-width=\"3\" stroke-linecap=\"round\" d=\"\($0)\"/>"
      }
    }
    return areas + shapes + lines + points + solids + letters.elements
  }
}

extension CellShape.Outline {
  /// - Parameters:
  ///   - x: where the cell begins, from the left.
  ///   - y: the same, from above.
  fileprivate func path(_ x: Int, _ y: Int) -> String {
    "M\(SVGShapes.number(Double(x) + self.x)) \(SVGShapes.number(Double(y) + self.y))\(way)"
  }
}

// Of the ways to say it these are what every renderer understands: svglib passes over `opacity`, and
// ImageMagick over `currentColor`.
extension SVGLayers.Paint {
  var fill: String { (colour.map { " fill=\"\($0.hex)\"" } ?? "") + opacity(of: "fill") }

  /// - Parameter ink: the picture's own colour.
  func stroke(_ ink: RGB) -> String {
    " stroke=\"\((colour ?? ink).hex)\"" + opacity(of: "stroke")
  }

  private func opacity(of part: String) -> String {
    percent == 100 ? "" : " \(part)-opacity=\"\(Text.significant(Double(percent) / 100))\""
  }
}
