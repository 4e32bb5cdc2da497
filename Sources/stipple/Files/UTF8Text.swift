/// Bytes as UTF-8 text, or the place where they are none.
enum UTF8Text {
  /// The text of a file, without a byte order mark.
  static func string(_ bytes: [UInt8], of name: String) throws(InputError) -> String {
    let content = withoutMark(bytes)
    if let text = String(validating: content, as: UTF8.self) { return text }
    throw error(in: content, of: name)
  }

  /// The bytes after a byte order mark, if there is one.
  static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  }

  /// An error at the first byte that is not UTF-8.
  ///
  /// - Parameter line: the number of the line in which the bytes begin.
  static func error(in bytes: ArraySlice<UInt8>, of name: String, line: Int = 1) -> InputError {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return InputError(
        "not UTF-8 but UTF-16; save it as UTF-8", file: name,
        place: InputError.Place(line: line, column: 1))
    }
    let end = firstFault(in: bytes) ?? bytes.startIndex
    let before = bytes[..<end]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.startIndex
    let lines = before.reduce(line) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    let column = bytes[start..<end].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    let byte = String(bytes[end], radix: 16, uppercase: true)
    return InputError(
      "not a text file: the byte 0x\(byte) here is not UTF-8; save it as UTF-8", file: name,
      place: InputError.Place(line: lines, column: column))
  }

  /// Where the first scalar begins that is none.
  private static func firstFault(in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let length = byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard length > 0, index + length <= bytes.endIndex,
        length == 1 || String(validating: bytes[index..<index + length], as: UTF8.self) != nil
      else { return index }
      index += length
    }
    return nil
  }
}

extension UTF8Text {
  /// Bytes of UTF-16 with its mark, as spreadsheets write them, as UTF-8; nil where they are none.
  static func fromUTF16(_ bytes: [UInt8]) -> [UInt8]? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]), bytes.count.isMultiple(of: 2) else {
      return nil
    }
    let units = stride(from: 2, to: bytes.count, by: 2).map { place in
      isLittle
        ? UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
        : UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
    }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }
}
