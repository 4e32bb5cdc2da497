/// One line of a CSV file, cut at its commas.
struct CSVRow {
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
  private let columns: [String]

  init(line: Substring.UTF8View, number: Int, file: String, columns: [String]) {
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
    if fields.count == columns.count { return }
    let form = columns.joined(separator: ",")
    if excerpt.isEmpty { throw error("the line is empty; a row is \(form)") }
    let count = fields.count == 1 ? "1 field" : "\(fields.count) fields"
    throw error(
      "\(count) where the header names \(columns.count); a row is \(form)",
      field: min(columns.count, fields.count - 1))
  }

  /// A coordinate.
  func number(_ index: Int) throws(InputError) -> Double {
    let text = fields[index].text
    guard let value = Numeral.double(text) else {
      throw error(
        "'\(text)' is not a finite number; a coordinate is one, such as -1.25", field: index)
    }
    return value
  }

  /// A number that counts from 0.
  func whole(_ index: Int) throws(InputError) -> Int {
    let text = fields[index].text
    guard let value = Int(text), value >= 0 else {
      throw error("'\(text)' is not a whole number from 0 up", field: index)
    }
    return value
  }

  /// The class of a point.
  func label(_ index: Int) throws(InputError) -> String {
    if fields[index].text.isEmpty {
      throw error("the label is empty; name the class of the point", field: index)
    }
    return fields[index].text
  }

  /// An error at a field, or at the line as a whole.
  func error(_ message: String, field: Int? = nil) -> InputError {
    let column = field.map { fields[$0].column } ?? 1
    return InputError(message, file: file, place: InputError.Place(line: number, column: column))
  }
}
