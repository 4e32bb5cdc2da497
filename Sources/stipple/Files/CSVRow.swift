import Foundation

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
    fields = text.utf8.contains(UInt8(ascii: "\"")) ? Self.quoted(text) : Self.plain(text)
    excerpt = String(text).excerpt
    self.number = number
    self.file = file
    self.columns = columns
  }

  /// The fields of a line without quotes.
  private static func plain(_ text: Substring) -> [Field] {
    var column = 1
    return text.split(separator: ",", omittingEmptySubsequences: false).map { field in
      defer { column += field.count + 1 }
      return self.field(field, at: column)
    }
  }

  /// The fields of a line in which some stand in quotes: there a comma is a comma, and two quotes
  /// are one (RFC 4180).
  private static func quoted(_ text: Substring) -> [Field] {
    var fields: [Field] = []
    var (start, column, isInside) = (text.startIndex, 1, false)
    func cut(to end: Substring.Index) {
      fields.append(unquoted(field(text[start..<end], at: column)))
      column += text.distance(from: start, to: end) + 1
    }
    for index in text.indices {
      switch text[index] {
      case "\"": isInside.toggle()
      case "," where !isInside:
        cut(to: index)
        start = text.index(after: index)
      default: break
      }
    }
    cut(to: text.endIndex)
    return fields
  }

  private static func unquoted(_ field: Field) -> Field {
    guard field.text.count >= 2, field.text.hasPrefix("\""), field.text.hasSuffix("\"") else {
      return field
    }
    let inside = field.text.dropFirst().dropLast()
    let text = inside.replacingOccurrences(of: "\"\"", with: "\"")
    return Field(text: text, column: field.column)
  }

  /// A field without the blanks around it.
  private static func field(_ text: Substring, at column: Int) -> Field {
    let blanks = text.prefix(while: \.isWhitespace).count
    let end = text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.endIndex
    let start = text.firstIndex { !$0.isWhitespace } ?? end
    return Field(text: String(text[start..<end]), column: column + blanks)
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
        "'\(text.excerpt)' is not a finite number; a coordinate is one, such as -1.25",
        field: index)
    }
    return value
  }

  /// A number that counts from 0.
  func whole(_ index: Int) throws(InputError) -> Int {
    let text = fields[index].text
    guard let value = Int(text), value >= 0 else {
      throw error("'\(text.excerpt)' is not a whole number from 0 up", field: index)
    }
    return value
  }

  /// The class of a point.
  func label(_ index: Int) throws(InputError) -> String {
    if fields[index].text.isEmpty {
      throw error("the label is empty; name the class of the point", field: index)
    }
    if fields[index].text.hasControls() {
      throw error("the label has a control character; a name is on one line", field: index)
    }
    return fields[index].text
  }

  /// An error at a field, or at the line as a whole.
  func error(_ message: String, field: Int? = nil) -> InputError {
    let column = field.map { fields[$0].column } ?? 1
    return InputError(message, file: file, place: InputError.Place(line: number, column: column))
  }
}
