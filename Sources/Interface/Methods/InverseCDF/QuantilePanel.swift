import Diffusion
import TextScreen

/// How uniform numbers become samples: a number on the left bounces off the distribution function
/// onto a coordinate, and a histogram of all that came so far fills below.
///
/// One plot for each coordinate, the second given the first, one above the other or side by side;
/// where there is room for one alone, that of the coordinate whose turn it is.
enum QuantilePanel {
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard let stage = state.stage.method as? InverseCDFStage,
      let model = state.stage.model as? InverseCDFModel
    else { return }
    let names = stage.process.map.axes.names
    let kind = model.weights == nil ? "exact" : "learned"
    let inner = PanelFrame.draw(
      .quantiles, trailing: ["\(names[0]) first, \(kind)", kind], of: state, on: &surface,
      in: rect)
    let turns = ParticleTurns(at: state.frame.place.time, of: state.frame.points.count)
    surface.clipped(to: inner) { surface in
      var room = inner
      let isHigh = inner.height >= 2 * leastHeight
      let isWide = inner.width >= 2 * leastWidth + gap
      let taken = isHigh ? 2 * leastHeight : leastHeight + 1
      let foot = room.takeBottom(inner.height > taken && (isHigh || isWide) ? 1 : 0)
      surface.write(.label(table.first { $0.count <= foot.width } ?? ""), in: foot)
      if isHigh || isWide {
        let first =
          isHigh
          ? room.takeTop((room.height + 1) / 2) : room.takeLeft((room.width - gap) / 2)
        _ = room.takeLeft(isHigh ? 0 : gap)
        QuantilePlot(.first, state, stage, model, turns).draw(on: &surface, in: first)
        QuantilePlot(.second, state, stage, model, turns).draw(on: &surface, in: room)
      } else {
        let isFirst = turns.first < state.frame.points.count
        QuantilePlot(isFirst ? .first : .second, state, stage, model, turns)
          .draw(on: &surface, in: room)
      }
    }
  }

  /// The fewest rows of a plot with its heading and its histogram.
  private static let leastHeight = 6
  /// The fewest columns of a plot beside another, and those between them.
  private static let leastWidth = 20
  private static let gap = 2

  /// Why it stops at few dimensions: the table of a map has a row for every value of all coordinates
  /// before.
  private static let table = [
    "a table of it: 100 rows in 1D, 10^4 in 2D, 10^20 in 10D",
    "a table: 10^2 rows in 1D, 10^20 in 10D", "10^20 rows in 10D",
  ]
}

/// The plot of one coordinate.
struct QuantilePlot {
  enum Coordinate: Int {
    case first
    case second
  }

  /// Its name and, of the second, what is given, longest first: `y | x = 1.20`.
  private let names: [String]
  private let range: ClosedRange<Double>
  /// The share below a value by the exact map.
  private let exact: ([Double]) -> [Double]
  /// The value below which a share is, by the network; nil where none is asked.
  private let learned: (([Double]) -> [Double])?
  /// The number that bounces, and where it lands.
  private let share: Double
  private let value: Double
  /// The coordinates of the particles that have had their turn.
  private let arrived: [Double]
  private let count: Int
  /// The distribution of this coordinate, whatever the other is.
  private let marginal: ([Double]) -> [Double]
  private let dots: (Glyphs) -> Glyphs.Dots

  init(
    _ coordinate: Coordinate, _ state: AppState, _ stage: InverseCDFStage,
    _ model: InverseCDFModel, _ turns: ParticleTurns
  ) {
    let points = state.frame.points
    let map = stage.process.map
    let axes = map.axes
    let had = coordinate == .first ? turns.first : turns.second
    let axis = coordinate == .first ? axes.first : axes.second
    // The particle whose turn it is; before the first and after the last the one looked into.
    let turn = (1..<points.count).contains(had) ? had - 1 : state.particle
    let all = state.playback.direction == .forward ? stage.draws.shares : stage.draws.uniform
    let uniform = all.indices.contains(turn) ? all[turn] : .zero
    let asked = model.map
    share = uniform[axis]
    let first = asked.first([uniform[axes.first]])[0]
    count = points.count
    arrived = points.prefix(had).map { $0[axis] }
    range = stage.ranges[coordinate.rawValue]
    let other = stage.otherMap
    switch coordinate {
    case .first:
      names = [axes.names[0]]
      exact = { map.firstShares(below: $0) }
      learned = model.weights == nil ? nil : { asked.first($0) }
      value = first
      marginal = exact
    case .second:
      let name = "\(axes.names[1]) | \(axes.names[0])"
      names = ["\(name) = \(Text.short(first))", name]
      exact = { map.secondShares(below: $0, given: first) }
      learned =
        model.weights == nil
        ? nil
        : { shares in
          asked.second(shares, given: shares.map { _ in first })
        }
      value = asked.second([share], given: [first])[0]
      marginal = { other.firstShares(below: $0) }
    }
    dots = { state.dots(of: $0) }
  }

  func draw(on surface: inout Surface, in rect: Rect) {
    var room = rect
    let glyphs = surface.glyphs
    let bounce =
      StyledText(Text.fixed(share, decimals: 2, width: 4)) + .label(" \(glyphs.to) ")
      + Text.fixed(value, decimals: 2, width: 5)
    let headings = names.map { .label("\($0): ") + bounce }
    let heading = StyledText.first(of: headings, within: room.width, glyphs: glyphs) ?? bounce
    surface.write(heading, in: room.takeTop(1))
    guard room.height >= 3 else { return }
    let histogram = room.takeBottom(room.height / 3)
    let plot = PlotArea(in: room)
    drawCurves(in: plot, on: &surface)
    drawHistogram(under: plot, on: &surface, in: histogram)
  }

  /// The distribution functions, and the way of the number: across to the one that is followed, and
  /// down to its place.
  private func drawCurves(in plot: PlotArea, on surface: inout Surface) {
    let dots = dots(surface.glyphs)
    plot.drawEnds(top: 1, bottom: 0, on: &surface)
    plot.drawEnds(
      left: Text.short(range.lowerBound), right: Text.short(range.upperBound), on: &surface)
    let places = plot.places({ Place($0, 0) }, dots: dots).map { value(at: $0.x) }
    let curve = zip(places, exact(places)).map { Place(position(of: $0), $1) }
    let shares = (1..<Self.learnedPlaces).map { Double($0) / Double(Self.learnedPlaces) }
    let own = learned.map { quantiles in
      zip(quantiles(shares), shares).map { Place(position(of: $0), $1) }
    }
    let landing = position(of: value)
    let way = [Place(0, share), Place(landing, share), Place(landing, 0)]
    plot.draw(
      [PlotArea.Line(places: curve, ink: learned == nil ? .curve : .ghost)]
        + (own.map { [PlotArea.Line(places: $0, ink: .curve)] } ?? [])
        + [PlotArea.Line(places: way, ink: .cursor, isDotted: true)], dots: dots, on: &surface)
    plot.mark(
      Place(landing, share), surface.glyphs.knob, Style(.cursor, on: .plain, .bold), on: &surface)
  }

  /// At how many shares a network is asked for its curve.
  private static let learnedPlaces = 65

  /// A column for every stretch of the axis: as many particles as have come there, of those that
  /// would come at most, before the shares of the exact distribution.
  private func drawHistogram(under plot: PlotArea, on surface: inout Surface, in rect: Rect) {
    let columns = plot.area.width
    guard columns > 1, !rect.isEmpty else { return }
    let edges = marginal((0...columns).map { value(at: Double($0) / Double(columns)) })
    let expected = zip(edges, edges.dropFirst()).map { $1 - $0 }
    var counts = [Int](repeating: 0, count: columns)
    for value in arrived {
      let column = Int((position(of: value) * Double(columns)).rounded(.down))
      if counts.indices.contains(column) { counts[column] += 1 }
    }
    let whole = Self.air * max(expected.max() ?? 0, 1e-9)
    for column in 0..<columns {
      let share = Double(counts[column]) / Double(max(1, count))
      drawColumn(expected[column] / whole, .ghost, plot.area.x + column, on: &surface, in: rect)
      drawColumn(share / whole, .accent, plot.area.x + column, on: &surface, in: rect)
    }
  }

  /// How much higher a histogram may be than the exact distribution.
  private static let air = 1.5

  private func drawColumn(
    _ height: Double, _ ink: Ink, _ x: Int, on surface: inout Surface, in rect: Rect
  ) {
    var eighths = Int((min(1, height) * Double(8 * rect.height)).rounded())
    for row in rect.rows.reversed() where eighths > 0 {
      surface[x, row] = Cell(surface.glyphs.lowerBlock(eighths: eighths), Style(ink))
      eighths -= 8
    }
  }

  /// A value as a share of what is shown, and back.
  private func position(of value: Double) -> Double {
    (value - range.lowerBound) / (range.upperBound - range.lowerBound)
  }

  private func value(at position: Double) -> Double {
    range.lowerBound + position * (range.upperBound - range.lowerBound)
  }
}

extension Panel {
  /// The distribution functions, in the schedule's place where samples are made by their inverse.
  static let quantiles = Panel(
    id: "quantiles", title: "quantiles", words: QuantilePanel.words, stand: .leading,
    absence: { $0.absenceOfQuantiles }, draw: QuantilePanel.draw)
}

extension AppState {
  fileprivate var absenceOfQuantiles: String? {
    let leading = stage.method.leading.panel
    return leading == .quantiles
      ? nil
      : "distribution functions are inverted by the method inverse-cdf; in their place here is"
        + " panel \(leading.id)"
  }
}
