import Foundation

extension Text {
  /// A number from 0 upwards in five columns, with as many decimals as fit: 0.011, 12.50, 480.0.
  /// Small ones go without the zero before the point, .0063, and the smallest as 5e-04.
  public static func coefficient(_ value: Double) -> String {
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
}
