import Diffusion

/// A CSV file with a header row, read by column.
struct Table {
  let columns: [String]
  /// The fields of every row after the header.
  let rows: [[String]]

  init(csv: String, name: String) throws {
    let lines = csv.split(whereSeparator: \.isNewline)
    guard let header = lines.first else { throw Malformed(reason: "\(name) is empty") }
    let columns = header.split(separator: ",").map(String.init)
    rows = try lines.dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == columns.count else {
        throw Malformed(reason: "\(name) has \(fields.count) fields in the row \(line)")
      }
      return fields
    }
    self.columns = columns
  }

  /// A column as text.
  func texts(_ column: String) throws -> [String] {
    guard let index = columns.firstIndex(of: column) else {
      throw Malformed(reason: "no column \(column) among \(columns)")
    }
    return rows.map { $0[index] }
  }

  /// A column of numbers, `inf` and `nan` among them.
  func numbers(_ column: String) throws -> [Double] {
    try texts(column).map { text in
      guard let number = Double(text) else {
        throw Malformed(reason: "\(text) in column \(column) is not a number")
      }
      return number
    }
  }

  /// Two columns as points.
  func points(_ x: String = "x", _ y: String = "y") throws -> [Point] {
    try zip(numbers(x), numbers(y)).map { Point($0, $1) }
  }

  struct Malformed: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
  }
}
