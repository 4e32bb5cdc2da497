/// The lines of a CSV file with a header, cut into fields one at a time.
struct CSVLines {
  /// The names of the columns, one of the headers that were asked for.
  let columns: [String]
  private let name: String
  private let lines: ArraySlice<Substring.UTF8View>

  /// Cuts a text at its line ends and checks its header.
  ///
  /// - Parameters:
  ///   - headers: the headers that may stand in the first line.
  ///   - subject: what the rows hold, in messages.
  ///   - example: a row as it should be.
  ///   - mostRows: the most rows after the header.
  init(
    of text: String, name: String, headers: [[String]], subject: String, example: String,
    mostRows: Int = .max
  ) throws(InputError) {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    while let last = lines.last, Self.isBlank(last) { lines.removeLast() }
    let forms = headers.map { $0.joined(separator: ",") }.joined(separator: " or ")
    let advice = "the first line must be \(forms)"
    guard let header = lines.first else {
      throw InputError(
        "the file is empty; \(advice)", file: name, place: InputError.Place(line: 1, column: 1))
    }
    let first = CSVRow(line: header, number: 1, file: name, columns: [])
    guard let columns = headers.first(where: { $0 == first.fields.map(\.text) }) else {
      throw first.error("\(advice), not '\(first.excerpt)'")
    }
    if lines.count == 1 {
      throw InputError(
        "there are no \(subject) after the header; each is a row such as \(example)", file: name,
        place: InputError.Place(line: 2, column: 1))
    }
    if lines.count - 1 > mostRows {
      throw InputError(
        "\(lines.count - 1) \(subject) are too many; at most \(mostRows) can be read",
        file: name, place: InputError.Place(line: mostRows + 2, column: 1))
    }
    self.columns = columns
    self.name = name
    self.lines = lines[1...]
  }

  /// The number of rows after the header, never 0.
  var count: Int { lines.count }

  /// The rows after the header.
  var rows: some Sequence<CSVRow> {
    lines.indices.lazy.map { index in
      CSVRow(line: lines[index], number: index + 1, file: name, columns: columns)
    }
  }

  private static func isBlank(_ line: Substring.UTF8View) -> Bool {
    line.allSatisfy { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: " ") }
  }
}
