import Foundation

/// Where a curve is drawn, and the strips beside it for what its axes say.
///
/// Places are shares of the area: `x` from 0 at the left to 1 at the right, `y` from 0 at the
/// bottom to 1 at the top.
public struct PlotArea: Sendable, Equatable {
  /// Left of the area: the ends of the vertical axis.
  private let gutter: Rect
  /// The cells of the curves.
  public let area: Rect
  /// Below the area: the ends of the horizontal axis, and what is between them.
  public let foot: Rect

  /// Leaves a gutter of 6 columns where the room has 20 or more, and a row for the foot where it
  /// has 3.
  public init(in room: Rect) {
    var rest = room
    let footHeight = room.height >= 3 ? 1 : 0
    let labelled = room.width >= 20 ? Self.gutterWidth : 0
    foot = rest.takeBottom(footHeight).offset(columns: labelled, rows: 0)
      .intersection(room)
    gutter = rest.takeLeft(labelled)
    area = rest
  }

  private static let gutterWidth = 6

  /// Writes the ends of the vertical axis beside the first and the last row.
  public func drawEnds(top: Double, bottom: Double, on surface: inout Surface) {
    var labels = gutter
    _ = labels.takeRight(1)
    surface.write(Self.label(top), in: labels.takeTop(1), align: .right, style: .dim)
    surface.write(Self.label(bottom), in: labels.takeBottom(1), align: .right, style: .dim)
  }

  /// Writes the ends of the horizontal axis.
  public func drawEnds(left: String, right: String, on surface: inout Surface) {
    surface.write(left, in: foot, align: .left, style: .dim)
    surface.write(right, in: foot, align: .right, style: .dim)
  }

  /// Writes something between the ends of the horizontal axis, as near to a column as there is
  /// room; nothing where there is none.
  public func drawBetween(
    _ text: StyledText, near column: Int, left: String, right: String, on surface: inout Surface
  ) {
    let glyphs = surface.glyphs
    let first = foot.x + glyphs.columns(of: left) + 1
    let width = text.columns(in: glyphs)
    let last = foot.maxX - glyphs.columns(of: right) - 1 - width
    guard first <= last, !foot.isEmpty else { return }
    let start = min(max(first, column - width / 2), last)
    surface.write(text, in: Rect(x: start, y: foot.y, width: width, height: 1))
  }

  /// The cell a place falls into.
  public func cell(of place: Place) -> (column: Int, row: Int) {
    let dot = Self.dot(of: place, width: area.width, height: area.height)
    return (area.x + Int(dot.x.rounded()), area.y + Int(dot.y.rounded()))
  }

  /// The place of a cell; the outermost cells are the very ends of the axes, so that a hand can
  /// reach them. A cell outside the area gives a place outside 0...1.
  public func place(atColumn column: Int, row: Int) -> Place {
    let across = Double(max(1, area.width - 1))
    let up = Double(max(1, area.height - 1))
    return Place(Double(column - area.x) / across, 1 - Double(row - area.y) / up)
  }

  /// The dot of a place on a canvas over this area: the same cell as `cell(of:)`, however fine
  /// the dots are. What is beyond the area is at its edge, and what is no number at the left and the top.
  public static func dot(of place: Place, width: Int, height: Int) -> Place {
    Place(
      within(place.x * Double(width) - 0.5, below: width),
      within((1 - place.y) * Double(height) - 0.5, below: height))
  }

  private static func within(_ dot: Double, below count: Int) -> Double {
    // Of a comparison with what is no number nothing holds.
    dot > 0 ? min(dot, Double(max(0, count - 1))) : 0
  }

  /// An end of an axis in as few digits as it needs, and no more than the gutter has room for.
  private static func label(_ value: Double) -> String {
    let text = Text.significant(value)
    return text.count < gutterWidth ? text : Text.coefficient(value)
  }
}

extension PlotArea {
  /// Draws a curve that is known everywhere, with a place for every column of dots.
  ///
  /// - Parameter isDotted: whether it can be told from a full line without colour.
  public func draw(
    through place: (_ share: Double) -> Place, dots: Glyphs.Dots, ink: Ink = .curve,
    isDotted: Bool = false, on surface: inout Surface
  ) {
    let line = Line(places: places(place, dots: dots), ink: ink, isDotted: isDotted)
    draw([line], dots: dots, on: &surface)
  }

  /// The places of a curve for every column of dots.
  public func places(_ place: (_ share: Double) -> Place, dots: Glyphs.Dots) -> [Place] {
    let columns = area.width * dots.perCell.columns
    guard columns > 1 else { return [] }
    return (0..<columns).map { place(Double($0) / Double(columns - 1)) }
  }

  /// Draws the line through places; what is not finite breaks it.
  public func draw(
    through places: [Place], dots: Glyphs.Dots, ink: Ink = .curve, on surface: inout Surface
  ) {
    draw([Line(places: places, ink: ink)], dots: dots, on: &surface)
  }

  /// Marks a place: with a letter in its cell, or where shapes are drawn with a circle at the place.
  public func mark(
    _ place: Place, _ glyph: Unicode.Scalar, _ style: Style, on surface: inout Surface
  ) {
    guard surface.glyphs.dots == .vector else {
      let cell = cell(of: place)
      surface[cell.column, cell.row] = Cell(glyph, style)
      return
    }
    let unit = VectorShape.cell
    let dot =
      Self.dot(of: place, width: area.width * unit.columns, height: area.height * unit.rows)
      + Place(0.5, 0.5)
    let corner = Place(
      Double(area.x * unit.columns), Double(area.y * unit.rows))
    surface.add(
      VectorShape(
        start: corner + dot, outline: .circle(radius: Self.markRadius), ink: style.ink))
  }

  private static let markRadius = 3.5

  /// Draws lines that may cross: the dots of all of them stay where they share a cell, which has the
  /// ink of the last. Where a line leaves the area it ends at the edge, with an arrow there.
  public func draw(_ lines: [Line], dots: Glyphs.Dots, on surface: inout Surface) {
    var canvas = DotCanvas(size: area.size, dots: dots)
    let dot = { Self.dot(of: $0, width: canvas.width, height: canvas.height) }
    for line in lines {
      var drawn = 0.0
      for (start, end) in zip(line.places, line.places.dropFirst()) {
        guard let (start, end) = PlotEdge.within(start, end).map({ (dot($0.0), dot($0.1)) }) else {
          continue
        }
        if line.isDotted {
          canvas.dottedLine(from: start, to: end, offset: drawn, ink: line.ink)
          drawn += (end - start).norm
        } else {
          canvas.line(from: start, to: end, ink: line.ink)
        }
      }
    }
    draw(canvas, dots: dots, on: &surface)
    for line in lines { drawMarkers(of: line, on: &surface) }
    for line in lines { drawArrows(of: line, on: &surface) }
  }

  private func draw(_ canvas: DotCanvas, dots: Glyphs.Dots, on surface: inout Surface) {
    if dots != .ascii {
      canvas.draw(onto: &surface, in: area)
      return
    }
    // The canvas would tell by its characters how often a cell was hit, which means nothing here.
    for row in 0..<area.height {
      for column in 0..<area.width where canvas.hits(column: column, row: row) > 0 {
        let ink = canvas.pixels[row * area.width + column].ink
        surface[area.x + column, area.y + row] = Cell(ink == .ghost ? "." : "*", Style(ink))
      }
    }
  }

  private func drawMarkers(of line: Line, on surface: inout Surface) {
    guard let marker = line.marker, !area.isEmpty else { return }
    for place in line.places where PlotEdge.holds(place) {
      let cell = cell(of: place)
      surface[cell.column, cell.row] = Cell(marker, Style(line.ink, on: .plain, .bold))
    }
  }

  /// Arrows at the edge for what lies beyond it, with the number where there is room.
  private func drawArrows(of line: Line, on surface: inout Surface) {
    guard !area.isEmpty else { return }
    let exits = PlotEdge.exits(of: line.places, each: line.marker != nil)
    for place in exits {
      let isAbove = place.y > 1
      let cell = cell(of: Place(place.x, isAbove ? 1 : 0))
      let arrow: Unicode.Scalar =
        surface.glyphs.unicodeText ? (isAbove ? "▲" : "▼") : (isAbove ? "^" : "v")
      surface[cell.column, cell.row] = Cell(arrow, Style(line.ink, on: .plain, .bold))
    }
    // The furthest first: where there is no room for all it is the one that is told.
    for place in exits.sorted(by: { abs($0.y - 0.5) > abs($1.y - 0.5) }) {
      guard let text = line.value?(place.y) else { continue }
      write(text, beside: place, on: &surface, style: Style(line.ink))
    }
  }

  /// Writes a number beside an arrow, where nothing else stands.
  private func write(
    _ text: String, beside place: Place, on surface: inout Surface, style: Style
  ) {
    let edge = cell(of: Place(place.x, place.y > 1 ? 1 : 0))
    let inward = place.y > 1 ? 1 : -1
    let width = surface.glyphs.columns(of: text)
    let spots = (0...2).flatMap { row in
      [edge.column + 1, edge.column - width].map { column in
        Rect(x: column, y: edge.row + row * inward, width: width, height: 1)
      }
    }
    let free = spots.first { spot in
      area.intersection(spot) == spot
        && spot.columns.allSatisfy { surface[$0, spot.y].unicodeScalar == " " }
    }
    if let free { surface.write(text, in: free, align: .left, style: style) }
  }
}
