/// A line of text whose parts look different: labels quiet, numbers plain.
public struct StyledText: Sendable, Equatable {
  /// A stretch of text in one style.
  public struct Run: Sendable, Equatable {
    public let text: String
    public let style: Style
  }

  /// The stretches from left to right.
  public private(set) var runs: [Run] = []

  public init() {}

  public init(_ text: String, _ style: Style = .plain) {
    runs = [Run(text: text, style: style)]
  }

  /// A word that names what follows it.
  public static func label(_ text: String) -> StyledText { StyledText(text, .dim) }

  /// A key to press.
  public static func key(_ name: String) -> StyledText {
    StyledText(name, Style(.accent, on: .plain, .bold))
  }

  public static func + (one: StyledText, other: StyledText) -> StyledText {
    var sum = one
    sum.runs += other.runs
    return sum
  }

  public static func + (one: StyledText, text: String) -> StyledText { one + StyledText(text) }

  /// The columns the text takes on a terminal that can show these characters.
  public func columns(in glyphs: Glyphs) -> Int {
    runs.reduce(0) { $0 + glyphs.columns(of: $1.text) }
  }
}

extension Surface {
  /// Writes the runs one after the other within the first row of `rect`.
  public mutating func write(_ line: StyledText, in rect: Rect, align: Alignment = .left) {
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
