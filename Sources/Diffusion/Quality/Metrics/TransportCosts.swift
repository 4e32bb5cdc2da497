/// What it costs to move mass from sources to sinks, to twice the digits of a double.
///
/// Squared distances are `|a|² − 2 a·b + |b|²`, and prices take in the squares: what is left to
/// compare is `−2 a·b`, which stays small among points near the origin, however far out others are.
/// So coordinates are counted from the median, exactly: where costs are squares, sources from theirs
/// and sinks from theirs, since moving a whole cloud changes what every plan costs alike.
struct TransportCosts {
  /// A place, counted from the origin.
  private struct Place {
    let x: DoubleDouble
    let y: DoubleDouble

    init(_ point: Point, from origin: Point) {
      x = .difference(point.x, origin.x)
      y = .difference(point.y, origin.y)
    }
  }

  let kind: ExactTransport.Cost
  private let points: [Point]
  private let places: [Place]
  /// For every node what its price leaves out of the whole cost: its squared distance from the
  /// origin where costs are squares, else nothing.
  private let squares: [DoubleDouble]

  /// Where the coordinates of sources and of sinks are counted from.
  struct Origins {
    let sources: Point
    let sinks: Point

    init(of sources: [Point], _ sinks: [Point], kind: ExactTransport.Cost) {
      switch kind {
      case .distance:
        self.sources = Self.median(of: sources + sinks)
        self.sinks = self.sources
      case .squaredDistance:
        self.sources = Self.median(of: sources)
        self.sinks = Self.median(of: sinks)
      }
    }

    private static func median(of points: [Point]) -> Point {
      func median(_ numbers: [Double]) -> Double { numbers.sorted()[numbers.count / 2] }
      return Point(median(points.map(\.x)), median(points.map(\.y)))
    }
  }

  init(from sources: [Point], to sinks: [Point], origins: Origins, kind: ExactTransport.Cost) {
    self.kind = kind
    points = sources + sinks
    places =
      sources.map { Place($0, from: origins.sources) }
      + sinks.map { Place($0, from: origins.sinks) }
    squares = places.map { kind == .distance ? .zero : $0.x * $0.x + $0.y * $0.y }
  }

  /// Where a node is, rounded: what a search among many reads.
  func place(of node: Int) -> Point { Point(places[node].x.high, places[node].y.high) }

  /// The cost of an arc, less the squares of its ends.
  func reducible(_ source: Int, _ sink: Int) -> DoubleDouble {
    if kind == .distance { return moved(source, sink) }
    let (a, b) = (places[source], places[sink])
    return -2 * (a.x * b.x + a.y * b.y)
  }

  /// The whole cost of an arc, from the differences of the points as they were given.
  func moved(_ source: Int, _ sink: Int) -> DoubleDouble {
    let (a, b) = (points[source], points[sink])
    let dx = DoubleDouble.difference(a.x, b.x)
    let dy = DoubleDouble.difference(a.y, b.y)
    let squared = dx * dx + dy * dy
    return kind == .distance ? squared.squareRoot : squared
  }

  /// A source's price with its square, rounded, so that `cost + price of source − price of sink` is
  /// what an arc would add.
  func whole(_ price: DoubleDouble, ofSource node: Int) -> Double { (price - squares[node]).high }

  func whole(_ price: DoubleDouble, ofSink node: Int) -> Double { (price + squares[node]).high }

  /// How far a reduced cost worked out in doubles may be off because of one of its nodes: the sum of
  /// what rounding does to place, price and their difference, taken generously.
  func slack(of node: Int, price: DoubleDouble, whole: Double) -> Double {
    let size =
      kind == .distance
      ? abs(place(of: node).x) + abs(place(of: node).y) : 2 * squares[node].high
    return Double.ulpOfOne * (8 * size + 4 * (abs(price.high) + abs(whole)))
  }
}
