import Diffusion

/// A table of text whose columns are known: rows that can be gone through, each with its place.
struct TextTable {
  /// The file as messages call it.
  let name: String
  let dialect: TextDialect
  /// The names of the columns; nil where the first row is data.
  let columns: [String]?
  /// How many fields every row has.
  let width: Int
  private let bytes: [UInt8]
  private let hasHeaderRow: Bool
  private let sample: TextSample

  /// Finds out how a text is to be read.
  ///
  /// - Parameters:
  ///   - wanted: the names of the columns that are looked for.
  ///   - subject: what the rows hold, in messages.
  ///   - example: a row as it should be.
  init(
    _ bytes: [UInt8], name: String, form: PointForm, wanting wanted: [String], subject: String,
    example: String
  ) throws(InputError) {
    let (declared, rest) = Self.declaredSeparator(in: bytes)
    var form = form
    form.separator = form.separator ?? declared
    self.bytes = rest
    self.name = name
    dialect = TextDialect(of: rest, form: form, wanting: wanted)
    sample = TextSample(rest, separator: dialect.separator, name: name)
    if let fault = sample.fault { throw fault }
    guard let first = sample.rows.first else {
      throw InputError(
        "the file is empty; it should have a row for each of the \(subject), such as \(example)",
        file: name, place: InputError.Place(line: 1, column: 1))
    }
    let header = try TableHeader(of: sample, dialect, form: form, wanting: wanted, file: name)
    columns = header.names
    hasHeaderRow = header.isFirstRow
    width = header.names?.count ?? sample.width
    if hasHeaderRow && sample.rows.count == 1 {
      throw InputError(
        "there are no \(subject) after the header; each is a row such as \(example)", file: name,
        place: InputError.Place(line: first.line + 1, column: 1))
    }
  }

  /// The rows that were looked at to find out, without the header.
  var sampleRows: [TextRow] { Array(sample.rows.dropFirst(hasHeaderRow ? 1 : 0)) }

  /// What a row should look like.
  var form: String {
    let separator = String(Character(Unicode.Scalar(dialect.separator)))
    return columns?.joined(separator: separator).withNamedTabs.excerpt ?? "\(width) fields"
  }

  /// Goes through all rows after the header, each checked for its number of fields.
  func forEachRow(_ visit: (TextRow) throws(InputError) -> Void) throws(InputError) {
    var rows = TextRows(bytes, separator: dialect.separator, name: name)
    var isHeader = hasHeaderRow
    while let row = rows.next() {
      if let fault = rows.fault { throw fault }
      if row.isEmpty && dialect.separator == UInt8(ascii: " ") { continue }
      if isHeader {
        isHeader = false
        continue
      }
      try check(row)
      try visit(row)
    }
  }

  private func check(_ row: TextRow) throws(InputError) {
    if row.fields.count == width { return }
    if row.isEmpty { throw row.error("the line is empty; a row is \(form)", in: name) }
    let count = row.fields.count == 1 ? "1 field" : "\(row.fields.count) fields"
    let expected =
      columns == nil ? "where other rows have \(width)" : "where the header names \(width)"
    throw row.error(
      "\(count) \(expected); a row is \(form)", in: name,
      field: min(width, row.fields.count - 1))
  }

  /// A finite number of a row.
  func number(_ row: TextRow, _ field: Int, called what: String) throws(InputError) -> Double {
    let text = row.fields[field].text
    if let number = dialect.number(text) { return number }
    if text.isEmpty {
      throw row.error(
        "the \(what) is empty; it must be a finite number, such as -1.25", in: name, field: field)
    }
    throw row.error(
      "'\(text.withNamedTabs.excerpt(most: 24))' is not a finite number; a coordinate is one, such as"
        + " -1\(Character(Unicode.Scalar(dialect.decimal)))25",
      in: name, field: field)
  }

  /// A number that counts from 0.
  func whole(_ row: TextRow, _ field: Int) throws(InputError) -> Int {
    let text = row.fields[field].text
    guard let value = Int(text), value >= 0 else {
      throw row.error(
        "'\(text.withNamedTabs.excerpt(most: 24))' is not a whole number from 0 up", in: name,
        field: field)
    }
    return value
  }

  /// The separator that spreadsheets name in a first line `sep=;`.
  private static func declaredSeparator(in bytes: [UInt8]) -> (String?, [UInt8]) {
    let text = UTF8Text.withoutMark(bytes)
    guard text.starts(with: "sep=".utf8), text.count > 4 else { return (nil, bytes) }
    let mark = bytes[text.startIndex + 4]
    // The line stays, so that places are right; as a comment it is no row.
    let end = text.firstIndex { $0 == UInt8(ascii: "\n") } ?? text.endIndex
    var rest = bytes
    for index in text.startIndex..<min(end, text.startIndex + 5) { rest[index] = UInt8(ascii: "#") }
    let name = TextDialect.names.first { $0.byte == mark }?.name
    return (name ?? String(decoding: [mark], as: UTF8.self), rest)
  }
}

extension String {
  /// The text with a word for every tab, which cannot be seen.
  var withNamedTabs: String {
    split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "<tab>")
  }
}
