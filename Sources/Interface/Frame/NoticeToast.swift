import TextScreen

/// What just happened, over the lowest rows of the plane, while the keys keep their line.
enum NoticeToast {
  /// The most rows that something said by the way covers; a warning has to be read whole.
  private static let mostRows = 3

  static func draw(_ notice: Notice, on surface: inout Surface, in room: Rect) {
    guard room.width > 4 else { return }
    let isWarning = notice.tone == .warning
    // A warning has a mark besides its colour.
    let text = isWarning ? "! \(notice.text)" : notice.text
    let rows = max(1, isWarning ? room.height - 1 : min(mostRows, room.height / 3))
    let lines = fitting(TextWrap.lines(text, width: room.width - 2), rows: rows)
    let style = isWarning ? Style.warning.with(.bold) : .bold
    var rest = room
    var strip = rest.takeBottom(lines.count)
    for line in lines {
      let row = strip.takeTop(1)
      surface.fill(row)
      surface.write(
        line, in: row.inset(horizontally: 1, vertically: 0), align: .left, style: style)
    }
  }

  /// As many lines as there are rows; what is left over stands in the last, to be cut there.
  private static func fitting(_ lines: [String], rows: Int) -> [String] {
    guard lines.count > rows else { return lines }
    return lines.prefix(rows - 1) + [lines.dropFirst(rows - 1).joined(separator: " ")]
  }
}
