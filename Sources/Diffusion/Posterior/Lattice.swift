import Foundation

/// Even places at which something smooth is known, and is interpolated between from those around: the
/// polynomial through twelve of them.
struct Lattice: Sendable {
  let spacing: Double

  /// That of levels, in log-SNR.
  static let logSNR = Lattice(spacing: 0.125)

  static let neighbours = 12

  /// The level at a place of the lattice of levels, in coordinates in which the data keeps its size.
  static func level(at index: Int) -> NoiseLevel {
    NoiseLevel(alpha: 1, sigma: exp(-logSNR.spacing * Double(index) / 2))
  }

  /// The value at a place.
  ///
  /// - Parameter known: the value at a place of the lattice, by its number.
  func value(at place: Double, of known: (Int) -> Double) -> Double {
    let position = place / spacing
    let first = Int(position.rounded(.down)) - Self.neighbours / 2 + 1
    let values = (first..<first + Self.neighbours).map(known)
    return Self.interpolated(values, at: position - Double(first))
  }

  /// The polynomial through values at 0, 1, 2, ... (Lagrange).
  private static func interpolated(_ values: [Double], at place: Double) -> Double {
    var sum = 0.0
    for index in values.indices {
      var product = values[index]
      for other in values.indices where other != index {
        product *= (place - Double(other)) / Double(index - other)
      }
      sum += product
    }
    return sum
  }
}
