import Foundation

extension Text {
  /// Text with spaces before it, up to a width.
  public static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A number from 0 to 1 with three significant digits, at the left of seven columns.
  public static func share(_ value: Double) -> String {
    let text = value > 0 && value < 0.001 ? scientific(value) : short(value)
    return text + String(repeating: " ", count: max(0, 7 - text.count))
  }

  /// A small positive number as three digits and a power of ten, such as 4.04e-5.
  private static func scientific(_ value: Double) -> String {
    let power = Int(floor(log10(value)))
    let digits = decimal(value / pow(10, Double(power)), decimals: 2)
    return digits == "10.00" ? "1.00e\(power + 1)" : "\(digits)e\(power)"
  }
}
