import Diffusion
import Foundation

/// A table as CSV text: a header row, then numbers in full round-trip precision.
///
/// Infinities are spelled `inf` and `-inf`, as the reference vectors and NumPy spell them.
struct CSVTable {
  private(set) var text: String

  /// Rows without a header, to go on with a table already begun.
  init() {
    text = ""
  }

  /// A table without rows yet.
  init(columns: [String]) {
    text = columns.joined(separator: ",") + "\n"
  }

  /// Adds a row of numbers.
  mutating func append(_ row: Double...) {
    append(numbers: row[...])
  }

  /// Adds a row that begins with whole numbers.
  mutating func append(indices: Int..., numbers: Double...) {
    for index in indices { text += "\(index)," }
    append(numbers: numbers[...])
  }

  /// Adds a row of numbers and a word.
  mutating func append(_ numbers: Double..., label: String) {
    append(numbers: numbers[...])
    text.removeLast()
    text += ",\(label)\n"
  }

  /// Adds a row of numbers and a field.
  mutating func append(_ numbers: [Double], label: String) {
    append(numbers: numbers[...])
    text.removeLast()
    text += ",\(label)\n"
  }

  /// A number with all its digits; what is none has no sign.
  static func text(of number: Double) -> String {
    number.isNaN ? "nan" : "\(number)"
  }

  /// A word as a field or the name of a column: in quotes where it would not be read as it is
  /// (RFC 4180); line ends, at which files are cut, by their numbers.
  static func field(_ word: String) -> String {
    if word.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      return field(word.printable)
    }
    let isPlain =
      !word.contains { $0 == "," || $0 == "\"" || $0.isNewline }
      && word.first?.isWhitespace != true && word.last?.isWhitespace != true
    return isPlain ? word : "\"\(word.replacingOccurrences(of: "\"", with: "\"\""))\""
  }

  /// Adds a row of numbers.
  mutating func append(numbers: ArraySlice<Double>) {
    for (position, number) in numbers.enumerated() {
      if position > 0 { text += "," }
      text += Self.text(of: number)
    }
    text += "\n"
  }
}
