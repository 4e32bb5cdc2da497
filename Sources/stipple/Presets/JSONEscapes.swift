/// What JSON writes and the YAML reader does not take, brought into the form that it takes.
enum JSONEscapes {
  /// A JSON text with the two halves of a character beyond the first plane, as in
  /// `\ud83d\ude00`, as one escape, and with spaces for tabs before its first bracket. Other texts
  /// stay as they are.
  static func readable(_ text: String) -> String {
    let blanks = text.prefix { $0.isWhitespace }
    let rest = text.dropFirst(blanks.count)
    guard rest.first == "{" || rest.first == "[" else { return text }
    let start = String(blanks.map { $0 == "\t" ? " " : $0 })
    guard rest.contains("\\u") else { return blanks.contains("\t") ? start + rest : text }
    return start + joined(rest)
  }

  private static func joined(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let high = unit(at: index, in: bytes, 0xD800..<0xDC00),
        let low = unit(at: index + 6, in: bytes, 0xDC00..<0xE000)
      {
        let scalar = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
        let digits = String(scalar, radix: 16)
        result += "\\U\(String(repeating: "0", count: 8 - digits.count))\(digits)".utf8
        index += 12
        continue
      }
      // What follows a backslash is no backslash of its own.
      let count = bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      result += bytes[index..<min(index + count, bytes.count)]
      index += count
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The number of an escape such as `\ud83d`, where one in the range stands there.
  private static func unit(at index: Int, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u"),
      let value = Int(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
      range.contains(value)
    else { return nil }
    return value
  }
}
