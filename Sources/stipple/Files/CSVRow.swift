import Diffusion
import Foundation

/// One line of a CSV file, cut at its commas.
///
/// Lines are cut as bytes, which UTF-8 allows: what cuts them is ASCII. What no row could have, a
/// line or a field of thousands of bytes, is refused before it is looked at.
struct CSVRow {
  struct Field {
    /// The text without the blanks around it, and without quotes.
    let text: String
    /// Where the field's text begins in the file's bytes.
    let start: Int
  }

  /// The most bytes a line may have.
  static let longestLine = 1 << 16
  /// The most bytes a field may have.
  static let longestField = 1000

  let fields: [Field]
  private let line: ArraySlice<UInt8>
  private let number: Int
  private let file: String
  private let columns: [String]
  private let fault: CSVFieldFault?

  init(line: ArraySlice<UInt8>, number: Int, file: String, columns: [String]) {
    self.line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    self.number = number
    self.file = file
    self.columns = columns
    do throws(CSVFieldFault) {
      fields = try Self.cut(self.line)
      fault = nil
    } catch {
      fields = []
      fault = error
    }
  }

  /// The line as it may be quoted in a message: its beginning, since what is not what it should be
  /// is nobody's business.
  var excerpt: String {
    String(decoding: line.prefix(160), as: UTF8.self).excerpt(most: 24)
  }

  private static func cut(_ line: ArraySlice<UInt8>) throws(CSVFieldFault) -> [Field] {
    if line.count > longestLine { throw .longLine(line.count) }
    var fields: [Field] = []
    var (start, quote) = (line.startIndex, nil as Int?)
    for index in line.indices {
      switch line[index] {
      // In quotes a comma is a comma, and two quotes are one (RFC 4180).
      case UInt8(ascii: "\""): quote = quote == nil ? index : nil
      case UInt8(ascii: ",") where quote == nil:
        fields.append(try field(line[start..<index]))
        start = index + 1
      default: break
      }
    }
    if let quote { throw .openQuote(at: quote) }
    fields.append(try field(line[start...]))
    return fields
  }

  private static func field(_ bytes: ArraySlice<UInt8>) throws(CSVFieldFault) -> Field {
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    if end - start > longestField { throw .longField(end - start, at: start) }
    guard let text = String(validating: bytes[start..<end], as: UTF8.self) else {
      throw .notText(bytes[start..<end])
    }
    guard text.utf8.count >= 2, text.utf8.first == UInt8(ascii: "\""),
      text.utf8.last == UInt8(ascii: "\"")
    else { return Field(text: text, start: start) }
    let inside = String(decoding: text.utf8.dropFirst().dropLast(), as: UTF8.self)
    return Field(text: inside.replacingOccurrences(of: "\"\"", with: "\""), start: start)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// Throws where the line cannot be read as text cut into fields.
  func checkText() throws(InputError) {
    switch fault {
    case nil: return
    case .longLine(let count):
      throw error("the line has \(count) bytes; a row has at most \(Self.longestLine)")
    case .longField(let count, let start):
      throw error(
        "the field has \(count) bytes; a number or a label has at most \(Self.longestField)",
        at: start)
    case .openQuote(let start):
      throw error("the quote that opens here is not closed on its line", at: start)
    case .notText:
      throw UTF8Text.error(in: line, of: file, line: number)
    }
  }

  /// Checks the number of fields.
  func check() throws(InputError) {
    try checkText()
    if fields.count == columns.count { return }
    let form = columns.joined(separator: ",")
    if line.isEmpty { throw error("the line is empty; a row is \(form)") }
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
        "'\(text.excerpt(most: 24))' is not a finite number; a coordinate is one, such as -1.25",
        field: index)
    }
    return value
  }

  /// A number that counts from 0.
  func whole(_ index: Int) throws(InputError) -> Int {
    let text = fields[index].text
    guard let value = Int(text), value >= 0 else {
      throw error("'\(text.excerpt(most: 24))' is not a whole number from 0 up", field: index)
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
    error(message, at: field.map { fields[$0].start } ?? line.startIndex)
  }

  private func error(_ message: String, at start: Int) -> InputError {
    InputError(
      message, file: file, place: InputError.Place(line: number, column: column(ofByte: start)))
  }

  /// The column in which a field begins.
  func column(of field: Int) -> Int { column(ofByte: fields[field].start) }

  /// A column is a scalar, counted from 1.
  private func column(ofByte start: Int) -> Int {
    line[..<start].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}

/// Why a line cannot be cut into fields; places are in the file's bytes.
enum CSVFieldFault: Error {
  case longLine(Int)
  case longField(Int, at: Int)
  case openQuote(at: Int)
  case notText(ArraySlice<UInt8>)
}
