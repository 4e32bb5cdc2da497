/// A row of a list as it is drawn: perhaps a heading, and the lines of its summary.
struct ChoiceListBlock: Sendable, Equatable {
  /// The name of the part that begins with this row.
  let heading: String?
  /// The lines of the summary, at least one, which may be empty.
  let lines: [String]

  var height: Int { lines.count + (heading == nil ? 0 : 1) }

  /// - Parameter wrapWidth: the width of the lines of summaries; nil where each has one.
  static func blocks(
    of rows: [ChoiceList.Row], wrapWidth: Int?, hasHeadings: Bool
  ) -> [ChoiceListBlock] {
    rows.enumerated().map { index, row in
      let isFirst = index == 0 || rows[index - 1].group != row.group
      let lines = wrapWidth.map { TextWrap.lines(row.summary, width: $0) } ?? [row.summary]
      return ChoiceListBlock(
        heading: hasHeadings && isFirst && !row.group.isEmpty ? row.group : nil,
        lines: lines.isEmpty ? [""] : lines)
    }
  }
}
