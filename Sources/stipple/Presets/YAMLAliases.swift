import Foundation

/// Aliases of YAML, which can make a text of a few bytes stand for more than a machine can hold.
///
/// With `m` anchors and `k` aliases a text stands for at most `(1 + k/m)^m` times itself, when
/// every anchor repeats the one before. What could be too much is refused before it is read.
enum YAMLAliases {
  /// The most bytes a text may stand for.
  private static let mostBytes = 4.0 * 1024 * 1024

  static func check(_ text: String, file: String) throws(InputError) {
    let bytes = Array(text.utf8)
    var (anchors, aliases) = (0, 0)
    var first: Int?
    for (index, byte) in bytes.enumerated() {
      let isAnchor = byte == UInt8(ascii: "&")
      guard isAnchor || byte == UInt8(ascii: "*"), begins(at: index, in: bytes) else { continue }
      if isAnchor {
        anchors += 1
      } else {
        aliases += 1
        first = first ?? index
      }
    }
    guard let first, anchors > 0 else { return }
    let growth = pow(1 + Double(aliases) / Double(anchors), Double(anchors))
    if Double(bytes.count) * growth > mostBytes {
      throw InputError(
        "\(aliases) aliases of \(anchors) anchors may stand for too much; write the values out",
        file: file, place: place(of: first, in: bytes))
    }
  }

  /// Whether a name may begin here: counted once too often is better than once too little.
  private static func begins(at index: Int, in bytes: [UInt8]) -> Bool {
    guard index + 1 < bytes.count, bytes[index + 1] > 0x20 else { return false }
    guard index > 0 else { return true }
    return bytes[index - 1] <= 0x20 || "[{,:-?\"'".utf8.contains(bytes[index - 1])
      || bytes[index - 1] >= 0x80
  }

  private static func place(of index: Int, in bytes: [UInt8]) -> InputError.Place {
    let before = bytes[..<index]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return InputError.Place(
      line: before.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }, column: index - start + 1)
  }
}
