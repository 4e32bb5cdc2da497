/// What a terminal answers to a question, or says unasked.
public enum TerminalReply: Sendable, Hashable {
  /// Where the cursor is, from 0 (CPR, the answer to `ESC [ 6 n`).
  case cursor(column: Int, row: Int)
  /// How a mode is set (DECRPM, the answer to `ESC [ ? n $ p`): 0 unknown, 1 on, 2 off, 3 always on,
  /// 4 always off.
  case mode(Int, isPrivate: Bool, setting: Int)
  /// What the terminal is and can (DA1, the answer to `ESC [ c`).
  case attributes([Int])
  /// The terminal's name and version (XTVERSION, the answer to `ESC [ > q`).
  case version(String)

  /// - Parameters:
  ///   - prefix: the character that makes a control sequence private.
  ///   - numbers: its numbers.
  ///   - marks: the characters before the last one.
  ///   - final: the last one.
  init?(
    _ prefix: Unicode.Scalar?, _ numbers: [[Int?]], _ marks: [UInt8], _ final: Unicode.Scalar
  ) {
    let values = numbers.compactMap { $0.count == 1 ? $0[0] : nil }
    guard values.count == numbers.count, prefix == nil || prefix == "?" else { return nil }
    switch (final, marks) {
    case ("R", []):
      guard values.count >= 2, values[0] > 0, values[1] > 0 else { return nil }
      self = .cursor(column: values[1] - 1, row: values[0] - 1)
    case ("y", [UInt8(ascii: "$")]):
      guard values.count == 2 else { return nil }
      self = .mode(values[0], isPrivate: prefix != nil, setting: values[1])
    case ("c", []):
      guard prefix != nil else { return nil }
      self = .attributes(values)
    default:
      return nil
    }
  }
}
