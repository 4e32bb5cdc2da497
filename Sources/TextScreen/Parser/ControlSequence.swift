/// A sequence after `ESC [` or `ESC O`, while it is read and when it is complete.
struct ControlSequence: Sendable, Equatable {
  /// How many escapes were before it: a second one is the Alt key.
  var escapes = 1
  var introducer = Introducer.control
  /// Whether one byte above 127 stood in place of the escape and its letter.
  var isShort = false
  /// Everything from `0` to `?` before the marks, as far as it is kept.
  var parameters: [UInt8] = []
  /// Characters from blank to `/` before the last one.
  var intermediates: [UInt8] = []
  /// The last character; 0 while it has not come.
  var final: UInt8 = 0
  /// It goes on to its end all the same, but means nothing.
  var isMalformed = false

  /// Nothing that means something is longer.
  private static let mostCharacters = 64

  init(after escapes: Int = 1, introducer: Introducer = .control) {
    self.escapes = escapes
    self.introducer = introducer
  }

  /// Takes a character from blank to `~`.
  ///
  /// - Returns: whether it was the last one.
  mutating func isComplete(with byte: UInt8) -> Bool {
    if introducer == .single {
      if Self.isNumeric(byte) { append(byte) } else { final = byte }
      return final != 0
    }
    switch byte {
    case 0x30...0x3F:
      if !intermediates.isEmpty { isMalformed = true }
      append(byte)
    case 0x20...0x2F:
      if intermediates.count < Self.mostCharacters { intermediates.append(byte) }
      // What rxvt sends for a key with shift ends in what is no end anywhere else.
      if byte == UInt8(ascii: "$"), intermediates.count == 1, isOneNumber { final = byte }
    default:
      final = byte
    }
    return final != 0
  }

  private mutating func append(_ byte: UInt8) {
    guard parameters.count < Self.mostCharacters else { return isMalformed = true }
    parameters.append(byte)
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == UInt8(ascii: ";")
  }

  private var isOneNumber: Bool {
    !parameters.isEmpty && parameters.allSatisfy { (0x30...0x39).contains($0) }
  }
}

// MARK: - The parts

extension ControlSequence {
  /// The bytes as they are sent by a terminal that uses no bytes above 127.
  var sent: [UInt8] {
    let marks = intermediates == [final] ? [] : intermediates
    return [Control.escapeByte, introducer.rawValue] + parameters + marks + [final]
  }

  /// A first character that makes it private: one of `<`, `=`, `>` and `?`.
  var prefix: Unicode.Scalar? {
    parameters.first.flatMap { (0x3C...0x3F).contains($0) ? Unicode.Scalar($0) : nil }
  }

  /// The numbers between semicolons, each with those behind its colons. One that is left out is
  /// nil, and so is one of more than seven digits.
  var numbers: [[Int?]] {
    let text = String(
      decoding: prefix == nil ? parameters : Array(parameters.dropFirst()), as: UTF8.self)
    guard !text.isEmpty else { return [] }
    return text.split(separator: ";", omittingEmptySubsequences: false).map { field in
      field.split(separator: ":", omittingEmptySubsequences: false).map { number in
        let isPlain =
          number.utf8.count <= 7 && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return isPlain ? Int(number) : nil
      }
    }
  }

  /// What follows this sequence and belongs to it.
  enum Continuation {
    case oldMouse
    case console
    case paste
  }

  var continuation: Continuation? {
    guard introducer == .control, !isMalformed, intermediates.isEmpty else { return nil }
    switch Unicode.Scalar(final) {
    case "M" where parameters.isEmpty: return .oldMouse
    case "[" where parameters.isEmpty: return .console
    case "~" where parameters == Array("200".utf8): return .paste
    default: return nil
    }
  }

  /// The character that was typed with Alt, where this is an escape and one mark.
  var alternate: Character? {
    guard escapes == 1, intermediates.count == 1 else { return nil }
    return Character(Unicode.Scalar(intermediates[0]))
  }
}
