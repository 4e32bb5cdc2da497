import Foundation

/// Numbers as people read them.
public enum Text {
  /// What stands in the place of a number that is none.
  public static let unknown = "unknown"
  /// The same where there is no room for the word.
  public static let unknownSign = "?"

  /// Three significant digits, without an exponent where that stays short.
  public static func short(_ value: Double) -> String {
    if value.isNaN { return unknown }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    if value == 0 { return "0" }
    let magnitude = abs(value)
    if magnitude >= 100_000 || magnitude < 0.0001 { return String(format: "%.1e", value) }
    return decimal(value, decimals: max(0, 2 - Int(floor(log10(magnitude)))))
  }

  /// Three significant digits and no zeros behind them, as C writes `%.3g`.
  static func significant(_ value: Double) -> String {
    if value == 0 { return "0" }
    var size = abs(value)
    guard size >= 1e-4, size < 999.5 else { return String(format: "%.3g", value) }
    var decimals = 0
    while size < 100 { (size, decimals) = (10 * size, decimals + 1) }
    var text = decimal(value, decimals: decimals)
    if decimals > 0 {
      while text.utf8.last == 0x30 { text.removeLast() }
      if text.utf8.last == 0x2E { text.removeLast() }
    }
    return text
  }

  /// A number with so many digits after the point, at most 9. Foundation's formats do the same in
  /// ten times the time, and a screen has some forty numbers at every frame.
  public static func decimal(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? unknownSign : short(value) }
    let unit = powersOfTen[decimals]
    let scaled = (abs(value) * Double(unit)).rounded(.toNearestOrEven)
    guard scaled < 1e15 else { return String(format: "%.\(decimals)f", value) }
    let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: unit)
    let sign = value.sign == .minus ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(whole)" }
    // A one in front keeps the zeros after the point.
    return "\(sign)\(whole).\(String(unit + rest).dropFirst())"
  }

  private static let powersOfTen = (0...9).map { power in
    (0..<power).reduce(1) { product, _ in 10 * product }
  }

  /// A signed number of a fixed width, so that changing digits do not move what stands beside.
  public static func fixed(_ value: Double, decimals: Int = 2, width: Int = 6) -> String {
    let text =
      value.isNaN && width >= unknown.count ? unknown : decimal(value, decimals: decimals)
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
    share.isFinite ? decimal(100 * share, decimals: 1) : short(share)
  }
}
