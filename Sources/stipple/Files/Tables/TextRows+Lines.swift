/// Where lines end, and what is no row.
extension TextRows {
  func isLineEnd(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r")
  }

  func isPairOfLineEnds(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "\r") && bytes[index + 1] == UInt8(ascii: "\n")
  }

  func isBlank(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: " ")
      || (bytes[index] == UInt8(ascii: "\t") && separator != UInt8(ascii: "\t"))
  }

  mutating func skipBlanks() {
    while position < end, isBlank(position) { position += 1 }
  }

  mutating func skipToLineEnd() {
    while position < end, !isLineEnd(position) { position += 1 }
  }

  /// How many bytes the line has, where they are too many for a row.
  var lengthOfLongLine: Int? {
    let limit = Swift.min(end, position + Self.longestLine + 1)
    if limit - position <= Self.longestLine { return nil }
    if bytes[position..<limit].contains(where: Self.isLineEnd) { return nil }
    let lineEnd = bytes[position..<end].firstIndex(where: Self.isLineEnd) ?? end
    return lineEnd - position
  }

  static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  mutating func passLineEnd() {
    guard position < end else { return }
    position += position + 1 < end && isPairOfLineEnds(position) ? 2 : 1
    line += 1
    lineStart = position
  }

  /// Whether the rest of a row is a remark: `1 2 # note`.
  var isRemark: Bool {
    bytes[position] == UInt8(ascii: "#") && position + 1 < end && isBlank(position + 1)
  }

  var isComment: Bool {
    guard bytes[position] == UInt8(ascii: "#") else { return false }
    if isAboveRows && !hasHashes { return true }
    let next = position + 1
    return next >= end || isBlank(next) || isLineEnd(next) || bytes[next] == UInt8(ascii: "#")
  }

  mutating func skipComment() {
    let start = position
    skipToLineEnd()
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isAboveRows { comment = String(text.drop { $0 == "#" }) }
    passLineEnd()
  }

  static func endWithoutBlankLines(of bytes: [UInt8]) -> Int {
    let blanks = Set("\r\n\t ".utf8)
    var end = bytes.count
    var place = end
    while place > 0, blanks.contains(bytes[place - 1]) {
      place -= 1
      if bytes[place] == UInt8(ascii: "\n") || bytes[place] == UInt8(ascii: "\r") { end = place }
    }
    return place == 0 ? 0 : end
  }

  /// Whether more than half of the first lines begin with `#`.
  static func valuesBeginWithHash(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.prefix(1 << 14).split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return 2 * lines.count { $0.first == UInt8(ascii: "#") } > lines.count
  }
}
