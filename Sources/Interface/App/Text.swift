import Foundation

/// Numbers as people read them.
public enum Text {
  /// Three significant digits, without an exponent where that stays short.
  public static func short(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    if value == 0 { return "0" }
    let magnitude = abs(value)
    if magnitude >= 100_000 || magnitude < 0.0001 { return String(format: "%.1e", value) }
    let digits = max(0, 2 - Int(floor(log10(magnitude))))
    return String(format: "%.\(digits)f", value)
  }

  /// A signed number of a fixed width, so that changing digits do not move what stands beside.
  public static func fixed(_ value: Double, decimals: Int = 2, width: Int = 6) -> String {
    let text = value.isFinite ? String(format: "%.\(decimals)f", value) : short(value)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A count with its thousands set apart: 23,400.
  public static func count(_ value: Int) -> String {
    let digits = String(abs(value))
    var grouped = ""
    for (i, digit) in digits.enumerated() {
      if i > 0 && (digits.count - i).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return value < 0 ? "-" + grouped : grouped
  }

  /// A share as a percentage with one decimal.
  public static func percent(_ share: Double) -> String {
    String(format: "%.1f", 100 * share)
  }
}
