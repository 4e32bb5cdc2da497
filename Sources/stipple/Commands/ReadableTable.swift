import Foundation

/// A table for people at a terminal: the first column to the left, numbers to the right.
struct ReadableTable {
  let header: [String]
  let rows: [[String]]
  /// How many columns are repeated where the table is too wide and goes on below.
  let fixed: Int

  private static let gap = "  "

  /// A number with five digits; whole numbers as they are.
  static func number(_ number: Double, digits: Int = 5) -> String {
    if number.isNaN { return "-" }
    if let whole = Int(exactly: number), abs(whole) < 1_000_000_000 { return "\(whole)" }
    return String(format: "%.\(digits)g", number)
  }

  /// The lines of the table, in as many blocks as a terminal of this width needs.
  func text(width: Int) -> String {
    let widths = header.indices.map { column in
      (rows.map { $0[column].count } + [header[column].count]).max() ?? 0
    }
    let shown = header.indices.filter { column in
      column == 0 || rows.contains { !$0[column].isEmpty }
    }
    let repeated = shown.filter { $0 < fixed }
    var blocks: [[Int]] = []
    for column in shown.filter({ $0 >= fixed }) {
      let block = blocks.last ?? []
      let total = (repeated + block + [column]).reduce(0) { $0 + widths[$1] + Self.gap.count }
      if blocks.isEmpty || (!block.isEmpty && total - Self.gap.count > width) {
        blocks.append([column])
      } else {
        blocks[blocks.count - 1].append(column)
      }
    }
    if blocks.isEmpty { blocks = [[]] }
    return blocks.map { block in
      ([header] + rows).map { row in
        line(row, columns: repeated + block, widths: widths)
      }.joined()
    }.joined(separator: "\n")
  }

  private func line(_ row: [String], columns: [Int], widths: [Int]) -> String {
    let cells = columns.map { column in
      let space = String(repeating: " ", count: widths[column] - row[column].count)
      return column == 0 ? row[column] + space : space + row[column]
    }
    let text = cells.joined(separator: Self.gap)
    return text.prefix(
      upTo: (text.lastIndex { $0 != " " }).map(text.index(after:)) ?? text.endIndex)
      + "\n"
  }

  /// A text in lines of a width, all but the first set in.
  static func wrapped(_ text: String, width: Int) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(lines.isEmpty ? "\(word)" : "    \(word)")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
