/// The lines of a CSV file with a header, cut into fields one at a time.
///
/// The bytes are read where they are: neither many short lines nor a long one takes more room than
/// the file.
struct CSVLines {
  /// The names of the columns, one of the headers that were asked for.
  let columns: [String]
  /// The number of rows after the header, never 0.
  let count: Int
  private let name: String
  private let bytes: [UInt8]
  /// Where the rows begin, and where what is not blank ends.
  private let body: Range<Int>

  /// Cuts a text at its line ends and checks its header.
  ///
  /// - Parameters:
  ///   - bytes: the text, with or without a byte order mark.
  ///   - headers: the headers that may stand in the first line.
  ///   - subject: what the rows hold, in messages.
  ///   - example: a row as it should be.
  ///   - mostRows: the most rows after the header.
  init(
    of bytes: [UInt8], name: String, headers: [[String]], subject: String, example: String,
    mostRows: Int = .max
  ) throws(InputError) {
    let start = UTF8Text.withoutMark(bytes).startIndex
    let text = start..<Self.end(of: bytes, from: start)
    let forms = headers.map { $0.joined(separator: ",") }.joined(separator: " or ")
    let advice = "the first line must be \(forms)"
    if text.isEmpty {
      throw InputError(
        "the file is empty; \(advice)", file: name, place: InputError.Place(line: 1, column: 1))
    }
    let headerEnd = bytes[text].firstIndex(of: Self.lineEnd) ?? text.upperBound
    let first = CSVRow(line: bytes[start..<headerEnd], number: 1, file: name, columns: [])
    try first.checkText()
    guard let columns = headers.first(where: { $0 == first.fields.map(\.text) }) else {
      throw first.error("\(advice), not '\(first.excerpt)'")
    }
    if headerEnd == text.upperBound {
      throw InputError(
        "there are no \(subject) after the header; each is a row such as \(example)", file: name,
        place: InputError.Place(line: 2, column: 1))
    }
    body = headerEnd + 1..<text.upperBound
    count = bytes[body].reduce(1) { $1 == Self.lineEnd ? $0 + 1 : $0 }
    if count > mostRows {
      throw InputError(
        "\(count) \(subject) are too many; at most \(mostRows) can be read",
        file: name, place: InputError.Place(line: mostRows + 2, column: 1))
    }
    self.columns = columns
    self.name = name
    self.bytes = bytes
  }

  /// The rows after the header.
  var rows: some Sequence<CSVRow> {
    sequence(state: (start: body.lowerBound, number: 2)) { state -> CSVRow? in
      guard state.start <= body.upperBound else { return nil }
      let rest = bytes[state.start..<body.upperBound]
      let end = rest.firstIndex(of: Self.lineEnd) ?? body.upperBound
      defer { state = (end + 1, state.number + 1) }
      return CSVRow(
        line: bytes[state.start..<end], number: state.number, file: name, columns: columns)
    }
  }

  private static let lineEnd = UInt8(ascii: "\n")

  /// Where the last line ends that has something in it.
  private static func end(of bytes: [UInt8], from start: Int) -> Int {
    var end = bytes.endIndex
    let blanks = [lineEnd, UInt8(ascii: "\r"), UInt8(ascii: " ")]
    while end > start, blanks.contains(bytes[end - 1]) { end -= 1 }
    return end
  }
}
