import Foundation

extension TransportLift {
  /// How wide the bumps are by which a network is told a height, in standard deviations of a class:
  /// wide enough to be high all over it, narrow enough for its neighbours' to be low there.
  private static let width = 2.0

  /// Tells a network a height by a smooth bump around that of every class,
  /// `2 exp(−(height − step · k)² / 2 width²)`. Nil tells it none.
  ///
  /// One number for the height would leave the network to cut it into classes first.
  func tell(_ height: Double?, among labels: Int, to places: UnsafeMutablePointer<Float>) {
    for label in 0..<labels {
      let offset = height.map { ($0 - step * Double(label)) / Self.width }
      places[label] = offset.map { LabelInput.value * Float(exp(-0.5 * $0 * $0)) } ?? 0
    }
  }
}

extension Transport {
  /// How many numbers tell a network the third coordinate; 0 where there is none.
  var heightInputs: Int { lift == nil ? 0 : labels.count }
}
