/// A mark of a picture made of shapes, at its true place in units of the picture: a cell is 8 wide
/// and 16 high.
public struct VectorShape: Sendable, Equatable {
  enum Outline: Sendable, Equatable {
    case circle(radius: Double)
    /// A line on through further places.
    case path(through: [Place], isDotted: Bool)
  }

  /// The centre of a circle, or where a line begins. (Swift 6.3 reads a vector within an enum from
  /// an unaligned place in a build for tests, and traps.)
  let start: Place
  let outline: Outline
  let ink: Ink

  /// The size of a cell.
  public static let cell = Size(columns: 8, rows: 16)
}

/// What a canvas keeps in place of dots where shapes are drawn, in the order of drawing.
struct VectorInk: Sendable {
  struct Dot: Sendable {
    let place: Place
    let ink: Ink
  }

  private(set) var dots: [Dot] = []
  private(set) var paths: [VectorShape] = []

  mutating func add(_ place: Place, _ ink: Ink) { dots.append(Dot(place: place, ink: ink)) }

  /// Adds a line; one that goes on where the last one ended becomes a part of it.
  mutating func add(from start: Place, to end: Place, _ ink: Ink, isDotted: Bool) {
    if let last = paths.last, last.ink == ink, case .path(let places, isDotted) = last.outline,
      places.last == start
    {
      paths[paths.count - 1] = VectorShape(
        start: last.start, outline: .path(through: places + [end], isDotted: isDotted), ink: ink)
    } else {
      paths.append(
        VectorShape(start: start, outline: .path(through: [end], isDotted: isDotted), ink: ink))
    }
  }
}

extension DotCanvas {
  /// How large the circle of a point is.
  private static let radius = 1.4

  /// Puts the lines and the points of the canvas on a surface.
  ///
  /// - Parameter inks: of the points in each cell, row after row; by default every point has its own.
  func drawShapes(onto surface: inout Surface, in rect: Rect, inks: [Ink]? = nil) {
    let corner = Place(
      Double(rect.x * VectorShape.cell.columns), Double(rect.y * VectorShape.cell.rows))
    for path in vector.paths {
      guard case .path(let places, let isDotted) = path.outline else { continue }
      surface.add(
        VectorShape(
          start: corner + path.start,
          outline: .path(through: places.map { corner + $0 }, isDotted: isDotted), ink: path.ink))
    }
    for dot in vector.dots {
      let (column, row) = (
        Int(dot.place.x) / VectorShape.cell.columns, Int(dot.place.y) / VectorShape.cell.rows
      )
      surface.add(
        VectorShape(
          start: corner + dot.place, outline: .circle(radius: Self.radius),
          ink: inks?[row * size.columns + column] ?? dot.ink))
    }
  }
}
