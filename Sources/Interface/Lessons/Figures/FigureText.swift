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

extension Double {
  /// 0 where nothing is left of a number but rounding: of what is about as large as the plane.
  var withoutRounding: Double { abs(self) < 1e-12 ? 0 : self }
}
