/// A line of text whose parts look different: labels quiet, numbers plain.
struct StyledText: Sendable, Equatable {
  struct Run: Sendable, Equatable {
    let text: String
    let style: Style
  }

  private(set) var runs: [Run] = []

  init() {}

  init(_ text: String, _ style: Style = .plain) {
    runs = [Run(text: text, style: style)]
  }

  /// A word that names what follows it.
  static func label(_ text: String) -> StyledText { StyledText(text, .dim) }

  /// A key to press.
  static func key(_ name: String) -> StyledText {
    StyledText(name, Style(.accent, on: .plain, .bold))
  }

  static func + (one: StyledText, other: StyledText) -> StyledText {
    var sum = one
    sum.runs += other.runs
    return sum
  }

  static func + (one: StyledText, text: String) -> StyledText { one + StyledText(text) }

  func columns(in glyphs: Glyphs) -> Int {
    runs.reduce(0) { $0 + glyphs.columns(of: $1.text) }
  }
}

extension Surface {
  /// Writes the runs one after the other within the first row of `rect`.
  mutating func write(_ line: StyledText, in rect: Rect, align: Alignment = .left) {
    guard !rect.isEmpty else { return }
    let room = max(0, rect.width - line.columns(in: glyphs))
    var column = rect.x
    switch align {
    case .left: break
    case .centre: column += room / 2
    case .right: column += room
    }
    for run in line.runs where column < rect.maxX {
      column += write(
        run.text, column: column, row: rect.y, style: run.style, maxWidth: rect.maxX - column)
    }
  }
}
