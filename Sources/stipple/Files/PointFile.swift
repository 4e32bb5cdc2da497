import Diffusion

/// Points from a CSV file with the header `x,y` or `x,y,label`.
struct PointFile: Equatable {
  /// The most points a file may hold.
  static let mostPoints = 1_000_000
  /// The most bytes a file may have.
  static let byteLimit = 256 << 20

  var points: [Point]
  /// The label of every point, or nil where the file has none.
  var labels: [String]?

  /// Reads a file, or standard input for `-`.
  static func read(_ path: String) throws(InputError) -> PointFile {
    let name = path == TextFile.standardInputName ? "stdin" : path
    return try PointFile(csv: TextFile.text(of: path, limit: byteLimit), name: name)
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - name: what the text is called in messages.
  ///   - mostPoints: the most points accepted.
  init(
    csv text: String, name: String, mostPoints: Int = Self.mostPoints
  ) throws(InputError) {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    while let last = lines.last, Self.isBlank(last) { lines.removeLast() }
    guard let header = lines.first else {
      throw InputError(
        "the file is empty; \(Self.headerAdvice)", file: name,
        place: InputError.Place(line: 1, column: 1))
    }
    let columns = try Self.columns(ofHeader: header, name: name)
    if lines.count == 1 {
      throw InputError(
        "there are no points after the header; each is a row such as 0.5,-1.25", file: name,
        place: InputError.Place(line: 2, column: 1))
    }
    if lines.count - 1 > mostPoints {
      throw InputError(
        "\(lines.count - 1) points are too many; at most \(mostPoints) can be read",
        file: name,
        place: InputError.Place(line: mostPoints + 2, column: 1))
    }
    points = []
    points.reserveCapacity(lines.count - 1)
    var labels: [String] = []
    for (index, line) in lines.enumerated().dropFirst() {
      let row = Row(line: line, number: index + 1, file: name, columns: columns)
      try row.check()
      points.append(Point(try row.number(0), try row.number(1)))
      if columns == 3 { labels.append(try row.label()) }
    }
    self.labels = columns == 3 ? labels : nil
  }

  private static let headerAdvice = "the first line must be x,y or x,y,label"

  private static func columns(
    ofHeader line: Substring.UTF8View, name: String
  ) throws(InputError) -> Int {
    let row = Row(line: line, number: 1, file: name, columns: 0)
    switch row.fields.map(\.text) {
    case ["x", "y"]: return 2
    case ["x", "y", "label"]: return 3
    default: throw row.error("\(headerAdvice), not '\(row.excerpt)'")
    }
  }

  private static func isBlank(_ line: Substring.UTF8View) -> Bool {
    line.allSatisfy { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: " ") }
  }
}

/// One line of a point file, cut at its commas.
private struct Row {
  struct Field {
    /// The text without the blanks around it.
    let text: String
    /// Where the text begins, in characters from 1.
    let column: Int
  }

  let fields: [Field]
  /// The line as it may be quoted in a message.
  let excerpt: String
  private let number: Int
  private let file: String
  private let columns: Int

  init(line: Substring.UTF8View, number: Int, file: String, columns: Int) {
    var text = Substring(line)
    if text.utf8.last == UInt8(ascii: "\r") {
      text = Substring(text.utf8.dropLast())
    }
    var column = 1
    fields = text.split(separator: ",", omittingEmptySubsequences: false).map { field in
      defer { column += field.count + 1 }
      let blanks = field.prefix(while: \.isWhitespace).count
      let end = field.lastIndex { !$0.isWhitespace }.map(field.index(after:)) ?? field.endIndex
      let start = field.firstIndex { !$0.isWhitespace } ?? end
      return Field(text: String(field[start..<end]), column: column + blanks)
    }
    excerpt = text.count > 40 ? "\(text.prefix(40))…" : String(text)
    self.number = number
    self.file = file
    self.columns = columns
  }

  /// Checks the number of fields.
  func check() throws(InputError) {
    if fields.count == columns { return }
    let form = columns == 3 ? "x,y,label" : "x,y"
    if excerpt.isEmpty { throw error("the line is empty; a row is \(form)") }
    let count = fields.count == 1 ? "1 field" : "\(fields.count) fields"
    let column = fields[min(columns, fields.count - 1)].column
    throw error("\(count) where the header names \(columns); a row is \(form)", column: column)
  }

  /// A coordinate.
  func number(_ index: Int) throws(InputError) -> Double {
    let field = fields[index]
    guard let value = Numeral.double(field.text) else {
      throw error(
        "'\(field.text)' is not a finite number; a coordinate is one, such as -1.25",
        column: field.column)
    }
    return value
  }

  func label() throws(InputError) -> String {
    if fields[2].text.isEmpty {
      throw error("the label is empty; name the class of the point", column: fields[2].column)
    }
    return fields[2].text
  }

  func error(_ message: String, column: Int = 1) -> InputError {
    InputError(message, file: file, place: InputError.Place(line: number, column: column))
  }
}
