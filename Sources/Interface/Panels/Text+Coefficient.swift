import Diffusion
import Foundation

extension Text {
  /// A number from 0 upwards in five columns, with as many decimals as fit: 0.011, 12.50, 480.0.
  /// Small ones go without the zero before the point, .0063, and the smallest as 5e-04.
  static func coefficient(_ value: Double) -> String {
    guard value.isFinite else { return fixed(value, width: 5) }
    if value > 0 && value < 0.001 {
      return String(format: "%.0e", value)
    }
    if value >= 0.001 && value < 0.01 {
      return String(String(format: "%.4f", value).dropFirst())
    }
    let decimals = value < 9.9995 ? 3 : value < 99.995 ? 2 : value < 999.95 ? 1 : 0
    return fixed(value, decimals: decimals, width: 5)
  }

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
