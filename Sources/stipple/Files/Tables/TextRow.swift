/// One row of a text table, cut into fields.
struct TextRow {
  struct Field {
    /// The text without the blanks and the quotes around it.
    let text: String
    /// Where it begins in its line, in characters from 1.
    let column: Int
    let isQuoted: Bool
  }

  /// The line it begins in, from 1.
  let line: Int
  let fields: [Field]

  /// Whether there is nothing in it at all.
  var isEmpty: Bool { fields.count == 1 && fields[0].text.isEmpty && !fields[0].isQuoted }

  /// An error at a field, or at the row as a whole.
  func error(_ message: String, in file: String, field: Int? = nil) -> InputError {
    let column = field.flatMap { fields.indices.contains($0) ? fields[$0].column : nil } ?? 1
    return InputError(message, file: file, place: InputError.Place(line: line, column: column))
  }
}
