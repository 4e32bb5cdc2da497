import Diffusion

/// The names of a table's columns, and where they stand.
struct TableHeader {
  /// Nil where the table has none.
  let names: [String]?
  /// Whether the first row holds them; else a comment does, or nothing.
  let isFirstRow: Bool

  init(
    of sample: TextSample, _ dialect: TextDialect, form: PointForm, wanting wanted: [String],
    file: String
  ) throws(InputError) {
    let first = sample.rows[0].fields.map(\.text)
    let width = sample.width
    if form.hasHeader == false {
      (names, isFirstRow) = (nil, false)
    } else if let names = Self.names(inComment: sample.comment, dialect, width, wanted) {
      (self.names, isFirstRow) = (names, false)
    } else {
      isFirstRow =
        if let said = form.hasHeader { said } else {
          try Self.isHeader(sample, dialect, file: file)
        }
      names = isFirstRow ? Self.withRowNames(first, in: sample, dialect) : nil
    }
  }

  /// The names in the last comment above the rows: `# x y`, as plotting tools and NumPy write them.
  private static func names(
    inComment comment: String?, _ dialect: TextDialect, _ width: Int, _ wanted: [String]
  ) -> [String]? {
    guard let comment else { return nil }
    for separator in [dialect.separator, UInt8(ascii: ","), UInt8(ascii: " ")] {
      var rows = TextRows(Array(comment.utf8), separator: separator)
      guard let row = rows.next(), row.fields.count == width else { continue }
      let names = row.fields.map(\.text)
      let known = names.map { $0.lowercased() }
      if wanted.allSatisfy({ known.contains($0.lowercased()) }) { return names }
    }
    return nil
  }

  /// Whether the first row names the columns. In doubt it is refused.
  private static func isHeader(
    _ sample: TextSample, _ dialect: TextDialect, file: String
  ) throws(InputError) -> Bool {
    let first = sample.rows[0].fields
    let rest = sample.rows.dropFirst()
    let areNumbers = first.map { dialect.number($0.text) != nil }
    if !areNumbers.contains(true) { return true }
    if rest.isEmpty { return false }
    if areNumbers.allSatisfy({ $0 }) {
      guard first.map(\.text) == first.indices.map(String.init) else { return false }
      let numbers = first.map(\.text).joined(separator: ",")
      throw sample.rows[0].error(
        "'\(numbers)' may be the first point, or the names that pandas gives to columns without"
          + " one; say --header none or --header first", in: file)
    }
    // Names above an unnamed index: `,0,1`.
    if first[0].text.isEmpty,
      first.dropFirst().map(\.text) == (0..<first.count - 1).map(String.init)
    {
      return true
    }
    return first.indices.contains { index in
      !areNumbers[index] && !first[index].text.isEmpty
        && rest.allSatisfy { row in
          row.fields.indices.contains(index) && dialect.number(row.fields[index].text) != nil
        }
    }
  }

  /// The names with an empty one for the names of rows, which R writes without a header.
  private static func withRowNames(
    _ names: [String], in sample: TextSample, _ dialect: TextDialect
  ) -> [String] {
    let rows = sample.rows.dropFirst()
    guard !rows.isEmpty, rows.allSatisfy({ $0.fields.count == names.count + 1 }) else {
      return names
    }
    let areQuoted = rows.allSatisfy { $0.fields[0].isQuoted }
    let isCounted = rows.count > 1 && RowCount.counts(rows.map { $0.fields[0].text })
    guard areQuoted || (isCounted && dialect.separator != UInt8(ascii: ",")) else { return names }
    return [""] + names
  }
}

/// Rows that are numbered one after another.
enum RowCount {
  /// Whether texts count from 0 or 1 up.
  static func counts(_ texts: [String]) -> Bool {
    guard let first = texts.first.flatMap({ Int($0) }), first == 0 || first == 1 else {
      return false
    }
    return texts.enumerated().allSatisfy { Int($1) == first + $0 }
  }
}
