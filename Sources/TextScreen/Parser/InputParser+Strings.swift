/// What is within strings and pastes.
extension InputParser {
  /// How many bytes of a string are kept.
  private static let mostKept = 256

  mutating func takeInString(_ byte: UInt8, _ kind: Introducer) {
    switch scalars.take(byte) {
    case .incomplete: break
    case .scalar(Control.escape):
      escapes.count += 1
      state = .stringEscape(kind)
    case .scalar("\u{18}"), .scalar("\u{1A}"): state = .ground
    case .scalar("\u{7}"): endString(kind)
    case .scalar("\u{9C}"):
      // Of its two bytes the first is kept already.
      if content.last == 0xC2 { content.removeLast() }
      endString(kind)
    case .stray where byte == Control.stringEnd: endString(kind)
    case .broken: return takeInString(byte, kind)
    case .scalar, .stray: break
    }
    if case .string = state, content.count < Self.mostKept { content.append(byte) }
  }

  mutating func takeAfterStringEscape(_ byte: UInt8, _ kind: Introducer) {
    switch byte {
    case Control.escapeByte: escapes.count += 1
    case UInt8(ascii: "\\"): endString(kind)
    default:
      state = .escape(count: 1)
      take(byte)
    }
  }

  private mutating func endString(_ kind: Introducer) {
    state = .ground
    let text = String(decoding: content, as: UTF8.self)
    if let event = InputEvent(string: text, kind) { events.append(event) }
  }

  /// Nothing has followed an escape within a string or a paste for as long as one waits.
  mutating func noticeEscapeAlone() {
    silence = .escapeAlone
    escapes.alone += 1
    if escapes.alone >= Self.escapesToLeave { leave() }
  }

  /// Leaves a string or a paste because of the escapes at its end.
  mutating func leave() {
    if case .paste = state {
      // They are no part of it.
      while content.last == Control.escapeByte { content.removeLast() }
      events.append(.paste(String(decoding: content, as: UTF8.self)))
    }
    state = .ground
    escapes = EscapeRun()
    // The last of them may have been the beginning of the real end.
    hasTimedOut = true
  }

  /// What ends a paste, and what does where it began with one byte in place of two.
  private static let pasteEnds = (usual: Array("\u{1B}[201~".utf8), short: [0x9B] + "201~".utf8)

  mutating func takeInPaste(_ byte: UInt8, matched: Int) {
    if byte == Control.escapeByte { escapes.count += 1 }
    let end = sequence.isShort ? Self.pasteEnds.short : Self.pasteEnds.usual
    // Nothing in the mark repeats its first byte.
    let isFirst = sequence.isShort ? isControlSequence(byte) : byte == end[0]
    guard matched == 0 ? isFirst : byte == end[matched] else {
      keep(end[..<matched])
      if !isFirst { keep([byte]) }
      state = .paste(matched: isFirst ? 1 : 0)
      return
    }
    state = .paste(matched: matched + 1)
    guard matched + 1 == end.count else { return }
    // Of its two bytes in UTF-8 the first is kept already.
    if sequence.isShort && content.last == 0xC2 { content.removeLast() }
    state = .ground
    events.append(.paste(String(decoding: content, as: UTF8.self)))
  }

  /// Whether a byte is the one that begins a control sequence, and no part of a letter.
  private mutating func isControlSequence(_ byte: UInt8) -> Bool {
    switch scalars.take(byte) {
    case .scalar("\u{9B}"): true
    case .stray: byte == 0x9B
    case .broken: isControlSequence(byte)
    case .scalar, .incomplete: false
    }
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    content += bytes.prefix(max(0, Self.mostPasted - content.count))
  }
}

/// Escapes with nothing else between them, within a string or a paste.
struct EscapeRun: Sendable, Equatable {
  var count = 0
  /// How often there was silence behind one of them.
  var alone = 0

  /// Whether they leave what they are in, once it is silent.
  var areEnough: Bool { count >= InputParser.escapesToLeave }
}
