import Foundation

extension Text {
  /// Text with spaces before it, up to a width.
  static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A number from 0 to 1 with three significant digits, at the left of seven columns.
  static func share(_ value: Double) -> String {
    let text =
      value > 0 && value < 0.001
      ? String(format: "%.2e", value).replacingOccurrences(of: "e-0", with: "e-") : short(value)
    return text + String(repeating: " ", count: max(0, 7 - text.count))
  }
}
