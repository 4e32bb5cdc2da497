/// A text cut into rows and fields, one row at a time.
///
/// Quotes may hold separators and line ends, and two quotes in them are one (RFC 4180). Lines end
/// with LF, CR LF or CR. A line that begins with `#` above the rows, or with `# ` anywhere, is a
/// comment. Blank lines at the end are no rows.
struct TextRows: Sequence, IteratorProtocol {
  /// What stands between fields: a byte of ASCII, a blank for any number of blanks.
  let separator: UInt8
  /// The line of the next row, from 1.
  var line = 1
  /// The last comment above the first row.
  var comment: String?
  /// Why the row that was cut last is none.
  private(set) var fault: InputError?

  /// The most bytes a line may have.
  static let longestLine = 1 << 16
  /// The most bytes a field may have.
  static let longestField = 1000

  let name: String
  let bytes: [UInt8]
  let end: Int
  var position = 0
  var lineStart = 0
  /// A byte whose column is known, so that a line of very many fields is counted once.
  var counted = (index: 0, column: 1)
  var isAboveRows = true
  /// Whether values themselves begin with `#`, as colours do.
  let hasHashes: Bool

  /// - Parameters:
  ///   - bytes: the text, with or without a byte order mark.
  ///   - name: what the text is called in messages.
  init(_ bytes: [UInt8], separator: UInt8, name: String = "") {
    self.bytes = bytes
    self.separator = separator
    self.name = name
    position = UTF8Text.withoutMark(bytes).startIndex
    lineStart = position
    end = Self.endWithoutBlankLines(of: bytes)
    hasHashes = Self.valuesBeginWithHash(bytes)
  }

  mutating func next() -> TextRow? {
    while position < end, isComment { skipComment() }
    guard position < end else { return nil }
    isAboveRows = false
    let first = line
    if let count = lengthOfLongLine {
      note("the line has \(count) bytes; a row has at most \(Self.longestLine)", at: position)
      skipToLineEnd()
      passLineEnd()
      return TextRow(line: first, fields: [])
    }
    var fields: [TextRow.Field] = []
    if isBlankSeparated { skipBlanks() }
    while true {
      fields.append(isBlankSeparated ? blankField() : field())
      if position >= end || isLineEnd(position) { break }
      position += 1
      if isBlankSeparated {
        skipBlanks()
        if position >= end || isLineEnd(position) { break }
        if isRemark { skipToLineEnd() }
        if position >= end || isLineEnd(position) { break }
      }
    }
    passLineEnd()
    return TextRow(line: first, fields: fields)
  }

  private var isBlankSeparated: Bool { separator == UInt8(ascii: " ") }
}

// MARK: - Fields

extension TextRows {
  /// The field up to the next separator; the position is then at it or at the end of the line.
  private mutating func field() -> TextRow.Field {
    skipBlanks()
    let start = position
    if position < end, bytes[position] == UInt8(ascii: "\""), let quoted = quotedField() {
      return quoted
    }
    while position < end, bytes[position] != separator, !isLineEnd(position) { position += 1 }
    return plain(from: start)
  }

  private mutating func blankField() -> TextRow.Field {
    let start = position
    if position < end, bytes[position] == UInt8(ascii: "\""), let quoted = quotedField() {
      return quoted
    }
    while position < end, !isBlank(position), !isLineEnd(position) { position += 1 }
    return plain(from: start)
  }

  private mutating func plain(from start: Int) -> TextRow.Field {
    var last = position
    while last > start, isBlank(last - 1) { last -= 1 }
    return TextRow.Field(
      text: text(bytes[start..<last], at: start), column: column(of: start), isQuoted: false)
  }

  /// Bytes as text, if they are not too many and UTF-8.
  private mutating func text(_ field: ArraySlice<UInt8>, at start: Int) -> String {
    if field.count > Self.longestField {
      note(
        "the field has \(field.count) bytes; a number or a label has at most \(Self.longestField)",
        at: start)
      return ""
    }
    if let text = String(validating: field, as: UTF8.self) { return text }
    let lineEnd = bytes[start..<end].firstIndex { $0 == UInt8(ascii: "\n") } ?? end
    fault =
      fault
      ?? UTF8Text.error(in: bytes[lineStart..<lineEnd], of: name, line: line)
    return ""
  }

  private mutating func note(_ message: String, at index: Int) {
    fault =
      fault
      ?? InputError(
        message, file: name, place: InputError.Place(line: line, column: column(of: index)))
  }

  /// A field in quotes, or nil where something other than a separator follows the closing one.
  private mutating func quotedField() -> TextRow.Field? {
    let (start, startLine, startOfLine) = (position, line, lineStart)
    let column = column(of: start)
    var text: [UInt8] = []
    position += 1
    while position < end, text.count <= Self.longestField {
      if bytes[position] == UInt8(ascii: "\"") {
        guard position + 1 < end, bytes[position + 1] == UInt8(ascii: "\"") else { break }
        position += 1
      }
      text.append(bytes[position])
      let endsLine = isLineEnd(position)
      let isPair = endsLine && position + 1 < end && isPairOfLineEnds(position)
      position += 1
      if endsLine && !isPair {
        line += 1
        lineStart = position
      }
    }
    if position >= end || text.count > Self.longestField {
      (position, line, lineStart) = (start, startLine, startOfLine)
      note("the quote that opens here is not closed", at: start)
      skipToLineEnd()
      return TextRow.Field(text: "", column: column, isQuoted: true)
    }
    position += 1
    skipBlanks()
    if position >= end || isLineEnd(position) || bytes[position] == separator
      || (isBlankSeparated && isBlank(position - 1))
    {
      if isBlankSeparated, position < end, !isLineEnd(position) { position -= 1 }
      guard let words = String(validating: text, as: UTF8.self) else {
        // It may begin some lines above.
        fault =
          fault ?? UTF8Text.error(in: bytes[startOfLine..<position], of: name, line: startLine)
        return TextRow.Field(text: "", column: column, isQuoted: true)
      }
      return TextRow.Field(text: words, column: column, isQuoted: true)
    }
    (position, line, lineStart) = (start, startLine, startOfLine)
    return nil
  }

  /// The column of a byte in its line, in characters from 1.
  private mutating func column(of index: Int) -> Int {
    if counted.index < lineStart || counted.index > index { counted = (lineStart, 1) }
    while counted.index < index {
      if bytes[counted.index] & 0xC0 != 0x80 { counted.column += 1 }
      counted.index += 1
    }
    return counted.column
  }
}
