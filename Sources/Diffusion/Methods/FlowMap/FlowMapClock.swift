import Foundation

/// The angles that training visits, numbered from 0, data, to `count`, noise: many where the data has
/// detail and little is known of it yet, fewer where all is noise.
enum FlowMapClock {
  /// A power of two, so that whole ways can be halved down to single steps.
  static let count = 64
  /// How much denser the angles are near the data.
  private static let bend = 1.5

  static let angles: [Double] = (0...count).map {
    Double.pi / 2 * pow(Double($0) / Double(count), bend)
  }

  /// The jump from one number to another.
  static func span(from: Int, to: Int) -> FlowMapSpan {
    FlowMapSpan(from: angles[from], to: angles[to])
  }
}
