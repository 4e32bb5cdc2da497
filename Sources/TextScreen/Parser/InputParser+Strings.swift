/// What is within strings and pastes.
extension InputParser {
  /// How many bytes of a string are kept.
  private static let mostKept = 256

  mutating func takeInString(_ byte: UInt8, _ kind: Introducer) {
    switch scalars.take(byte) {
    case .incomplete: break
    case .scalar(Control.escape): state = .stringEscape(kind)
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
    case Control.escapeByte: break
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
    escapesAlone += 1
    guard escapesAlone == Self.escapesToLeave else { return }
    if case .paste = state {
      // The escapes that leave it are no part of it; the last one was not kept.
      let others = content.suffix(Self.escapesToLeave - 1)
      content.removeLast(others.count { $0 == Control.escapeByte })
      events.append(.paste(String(decoding: content, as: UTF8.self)))
    }
    state = .ground
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  mutating func takeInPaste(_ byte: UInt8, matched: Int) {
    if byte == Self.pasteEnd[matched] {
      state = .paste(matched: matched + 1)
      if matched + 1 == Self.pasteEnd.count {
        state = .ground
        events.append(.paste(String(decoding: content, as: UTF8.self)))
      }
      return
    }
    keep(Self.pasteEnd[..<matched])
    // Nothing in the mark repeats its first byte.
    let restarts = byte == Self.pasteEnd[0]
    if !restarts { keep([byte]) }
    state = .paste(matched: restarts ? 1 : 0)
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    content += bytes.prefix(max(0, Self.mostPasted - content.count))
  }
}
