import Diffusion
import Foundation
import TextScreen

/// A study as an SVG drawing: curves as paths, places as shapes, spreads as bars, on white.
public struct StudySVG: Sendable {
  private static let size = (width: 640.0, height: 440.0)
  private static let frame = (left: 70.0, right: 620.0, top: 40.0, bottom: 340.0)
  private static let colours = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000", "#999999",
  ]

  private let figure: StudyFigure
  private let across: ClosedRange<Double>
  private let up: ClosedRange<Double>

  init(_ figure: StudyFigure) {
    self.figure = figure
    let places = figure.series.flatMap(\.places)
    let floor = figure.floor
    var heights = places.flatMap { [$0.y, $0.y - ($0.deviation ?? 0), $0.y + ($0.deviation ?? 0)] }
    if floor.count > 0 { heights += [floor.mean, floor.mean - (floor.deviation ?? 0)] }
    if !figure.isLogarithmic { heights.append(0) }
    across = Self.range(of: places.map(\.x), isLogarithmic: figure.isLogarithmic)
    up = Self.range(of: heights, isLogarithmic: figure.isLogarithmic)
  }

  private init(_ figure: StudyFigure, across: ClosedRange<Double>, up: ClosedRange<Double>) {
    self.figure = figure
    self.across = across
    self.up = up
  }

  /// The same figure with axes that hold those of others too.
  private func scaled(as others: [StudySVG]) -> StudySVG {
    func union(_ path: KeyPath<StudySVG, ClosedRange<Double>>) -> ClosedRange<Double> {
      others.reduce(self[keyPath: path]) { range, other in
        let next = other[keyPath: path]
        return min(range.lowerBound, next.lowerBound)...max(range.upperBound, next.upperBound)
      }
    }
    return StudySVG(figure, across: union(\.across), up: union(\.up))
  }

  private static func range(of values: [Double], isLogarithmic: Bool) -> ClosedRange<Double> {
    let usable = values.filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
    guard let low = usable.min(), let high = usable.max() else { return 1...2 }
    if isLogarithmic { return low / 1.1...high * 1.1 }
    let air = max(0.05 * (high - low), 1e-9)
    return low - air...high + air
  }

  var text: String { Self.document(Self.size, body) }

  /// Several figures on one page, row by row, each as large as one alone and all to one scale.
  public static func smallMultiples(_ figures: [StudyFigure], columns: Int) -> String {
    let (width, height) = size
    let drawings = figures.map(StudySVG.init)
    let pieces = drawings.enumerated().map { index, drawing in
      "<g transform=\"translate(\(Double(index % columns) * width)"
        + " \(Double(index / columns) * height))\">\n\(drawing.scaled(as: drawings).body)\n</g>"
    }
    let rows = (figures.count + columns - 1) / columns
    return document(
      (width * Double(columns), height * Double(rows)), pieces.joined(separator: "\n"))
  }

  private static func document(_ size: (width: Double, height: Double), _ body: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size.width) \(size.height)" \
    font-family="sans-serif" font-size="13">
    <rect width="\(size.width)" height="\(size.height)" fill="white"/>
    \(body)
    </svg>

    """
  }

  private var body: String {
    let title = "<text x=\"\(Self.frame.left)\" y=\"24\">\(figure.title.escapedForXML)</text>"
    let pieces = [title, axes, floor] + figure.series.indices.map(series) + [legend]
    return pieces.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func share(_ value: Double, of range: ClosedRange<Double>) -> Double {
    let scale = { (value: Double) -> Double in
      figure.isLogarithmic ? log(max(value, range.lowerBound)) : value
    }
    return (scale(value) - scale(range.lowerBound))
      / (scale(range.upperBound) - scale(range.lowerBound))
  }

  private func column(_ x: Double) -> String {
    number(Self.frame.left + share(x, of: across) * (Self.frame.right - Self.frame.left))
  }

  private func row(_ y: Double) -> String {
    number(Self.frame.bottom - share(y, of: up) * (Self.frame.bottom - Self.frame.top))
  }

  private func number(_ value: Double) -> String { Text.decimal(value, decimals: 2) }
}

extension StudySVG {
  private var axes: String {
    let frame = Self.frame
    let box =
      "<path fill=\"none\" stroke=\"#444\" d=\"M\(frame.left) \(frame.top)V\(frame.bottom)"
      + "H\(frame.right)\"/>"
    let rows = marks(on: up).map {
      "<text x=\"\(frame.left - 6)\" y=\"\(row($0))\" text-anchor=\"end\">\(Text.short($0))</text>"
    }
    let columns: [(Double, String)] =
      figure.names.isEmpty
      ? marks(on: across).map { ($0, Text.short($0)) }
      : figure.names.enumerated().map { (Double($0.offset), $0.element) }
    let below = columns.map {
      "<text x=\"\(column($0.0))\" y=\"\(frame.bottom + 18)\" text-anchor=\"middle\">\($0.1.escapedForXML)</text>"
    }
    let names =
      "<text x=\"\((frame.left + frame.right) / 2)\" y=\"\(frame.bottom + 38)\""
      + " text-anchor=\"middle\">\(figure.across.escapedForXML)</text>"
      + "<text transform=\"translate(16 \((frame.top + frame.bottom) / 2)) rotate(-90)\""
      + " text-anchor=\"middle\">\(figure.up.escapedForXML)</text>"
    return ([box] + rows + below + [names]).joined(separator: "\n")
  }

  /// Five numbers along an axis.
  private func marks(on range: ClosedRange<Double>) -> [Double] {
    (0...4).map { step in
      let share = Double(step) / 4
      return figure.isLogarithmic
        ? range.lowerBound * pow(range.upperBound / range.lowerBound, share)
        : range.lowerBound + share * (range.upperBound - range.lowerBound)
    }
  }

  /// Real data: a line, and a band where single clouds are.
  private var floor: String {
    guard figure.floor.count > 0 else { return "" }
    let (mean, deviation) = (figure.floor.mean, figure.floor.deviation ?? 0)
    let (left, right) = (Self.frame.left, Self.frame.right)
    let band = [mean + deviation, mean - deviation].map(row)
    return "<path fill=\"#bbb\" fill-opacity=\"0.4\" d=\"M\(left) \(band[0])H\(right)V\(band[1])"
      + "H\(left)Z\"/>\n<path stroke=\"#777\" stroke-dasharray=\"4 3\" d=\"M\(left) \(row(mean))"
      + "H\(right)\"/>"
  }

  private func series(_ index: Int) -> String {
    let colour = Self.colours[index % Self.colours.count]
    let places = figure.series[index].places.filter { $0.y.isFinite }
    guard !places.isEmpty else { return "" }
    let points = places.map { "\(column($0.x)),\(row($0.y))" }.joined(separator: " ")
    let line =
      figure.names.isEmpty
      ? "<polyline fill=\"none\" stroke=\"\(colour)\" points=\"\(points)\"/>" : ""
    let bars = places.compactMap { place -> String? in
      guard let deviation = place.deviation else { return nil }
      let (low, high) = (row(place.y - deviation), row(place.y + deviation))
      return "<path stroke=\"\(colour)\" d=\"M\(column(place.x)) \(low)V\(high)\"/>"
    }
    let shapes = places.map { shape(index, colour, column($0.x), row($0.y)) }
    return ([line] + bars + shapes).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Each series has a shape of its own besides its colour.
  private func shape(_ index: Int, _ colour: String, _ x: String, _ y: String) -> String {
    let outlines = [
      "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0", "M-4 -4L4 4M-4 4L4 -4", "M-5 0H5M0 -5V5",
      "M-4 -4H4V4H-4Z",
      "M0 -5L5 4H-5Z", "M0 -5L5 0L0 5L-5 0Z", "M0 5L5 -4H-5Z", "M-5 0H5",
    ]
    return "<path transform=\"translate(\(x) \(y))\" fill=\"white\" stroke=\"\(colour)\""
      + " stroke-width=\"1.5\" d=\"\(outlines[index % outlines.count])\"/>"
  }

  private var legend: String {
    let data = figure.floor.count > 0 ? ["real data, and its spread"] : []
    let names = figure.series.map(\.name) + data
    return names.enumerated().map { index, name in
      let (x, y) = (Self.frame.left + Double(index % 3) * 190, 402 + Double(index / 3) * 20)
      let isFloor = index == figure.series.count
      let colour = isFloor ? "#777" : Self.colours[index % Self.colours.count]
      let mark = shape(isFloor ? 7 : index, colour, number(x), number(y - 4))
      return "\(mark)<text x=\"\(x + 12)\" y=\"\(y)\">\(name.escapedForXML)</text>"
    }.joined(separator: "\n")
  }
}
