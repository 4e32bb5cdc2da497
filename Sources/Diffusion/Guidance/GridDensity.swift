import Foundation

/// A density given by the shares of the cells of a square grid.
public struct GridDensity: Sendable {
  public let area: PlaneArea
  /// How many cells a side has.
  public let cells: Int
  /// The share of every cell, row by row from the lowest; they sum to 1.
  public let shares: [Double]

  /// Normalizes a density that is known up to a factor, by its values in the middle of the cells.
  init(over area: PlaneArea, cells: Int, logDensities: ([Point]) -> [Double]) {
    self.area = area
    self.cells = cells
    let width = 2 * area.reach / Double(cells)
    let corner = area.centre - Point(repeating: area.reach)
    let places = (0..<cells * cells).map { index in
      corner + width * Point(Double(index % cells) + 0.5, Double(index / cells) + 0.5)
    }
    let logarithms = logDensities(places).map { $0.isNaN ? -.infinity : $0 }
    let peak = logarithms.max() ?? 0
    let terms = logarithms.map { exp($0 - peak) }
    let total = terms.reduce(0, +)
    shares = terms.map { $0 / total }
  }

  /// The length of a side of a cell.
  public var cellWidth: Double { 2 * area.reach / Double(cells) }

  /// The density in the cell that a point is in; 0 outside the grid.
  public func density(at point: Point) -> Double {
    let place = (point - area.centre + Point(repeating: area.reach)) / cellWidth
    guard place.min() >= 0, place.max() < Double(cells) else { return 0 }
    return shares[Int(place.y) * cells + Int(place.x)] / (cellWidth * cellWidth)
  }

  /// The share of the cells along the edge.
  var edgeShare: Double {
    let last = cells - 1
    return (0..<cells).reduce(0) { sum, i in
      let (bottom, top) = (shares[i], shares[last * cells + i])
      let (left, right) = (shares[i * cells], shares[i * cells + last])
      return sum + bottom + top + left + right
    }
  }

  /// Points drawn from it: a cell by its share, then any place in the cell.
  public func draw(_ count: Int, from stream: inout RandomStream) -> [Point] {
    var sum = 0.0
    let thresholds = shares.map { share in
      sum += share
      return sum
    }
    let corner = area.centre - Point(repeating: area.reach)
    return (0..<count).map { _ in
      let choice = sum * stream.uniform()
      var (low, high) = (0, thresholds.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if thresholds[middle] > choice { high = middle } else { low = middle + 1 }
      }
      let cell = Point(Double(low % cells), Double(low / cells))
      return corner + cellWidth * (cell + Point(stream.uniform(), stream.uniform()))
    }
  }
}
