import TextScreen

/// Figures as lessons write them.
enum FigureText {
  /// Three significant digits; a count is a whole number.
  static func words(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e6 { return String(Int(value)) }
    return Text.short(value)
  }

  /// A figure that may not be known.
  static func words(_ value: Double?) -> String { value.map { words($0) } ?? "…" }
}
