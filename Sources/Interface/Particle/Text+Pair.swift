import Diffusion
import Foundation
import TextScreen

extension Text {
  /// Both coordinates of a vector that a formula is made of, each in six or seven columns.
  ///
  /// - Parameter scale: how large the coordinates usually are, which decides the decimals.
  static func pair(_ place: Point, scale: Double) -> String {
    pair(place, decimals: decimals(scale: scale) + 1, width: scale < 3 ? 6 : 7)
  }

  /// Both coordinates of what a formula gives, with a digit less: the last digits of its terms are
  /// rounded, and their sum would be seen to be off.
  static func sum(_ place: Point, scale: Double) -> String {
    pair(place, decimals: decimals(scale: scale), width: 6)
  }

  /// The last place of the coordinates of a vector.
  static func unit(scale: Double) -> Double { pow(0.1, Double(decimals(scale: scale) + 1)) }

  private static func decimals(scale: Double) -> Int { scale < 30 ? 2 : scale < 300 ? 1 : 0 }

  private static func pair(_ place: Point, decimals: Int, width: Int) -> String {
    let least = 0.5 * pow(0.1, Double(decimals))
    // A sign before a zero would only flicker.
    let text = { (value: Double) in
      fixed(abs(value) < least ? 0 : value, decimals: decimals, width: width)
    }
    return "(\(text(place.x)),\(text(place.y)))"
  }
}

extension Text {
  /// A place in a sentence. What only rounding has left of a coordinate beside the other is 0.
  static func place(_ point: Point) -> String {
    let rounding = 1e-12 * max(abs(point.x), abs(point.y))
    let text = { (value: Double) in short(abs(value) <= rounding ? 0 : value) }
    return "(\(text(point.x)), \(text(point.y)))"
  }
}
