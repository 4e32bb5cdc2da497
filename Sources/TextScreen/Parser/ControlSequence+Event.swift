/// Sequences that are no keys.
extension ControlSequence {
  /// A report of the mouse or of the focus, or a reply; nil where it is none.
  var event: InputEvent? {
    guard introducer == .control, !isMalformed else { return nil }
    let numbers = numbers
    let isPlain = intermediates.isEmpty
    switch (prefix, Unicode.Scalar(final)) {
    case ("<", "M") where isPlain, ("<", "m") where isPlain:
      let payload = parameters.dropFirst() + [final]
      return Mouse(sgr: String(decoding: payload, as: UTF8.self)).map(InputEvent.mouse)
    case (nil, "M") where isPlain: return Mouse(decimal: numbers).map(InputEvent.mouse)
    case (nil, "I") where isPlain && parameters.isEmpty: return .focusChanged(true)
    case (nil, "O") where isPlain && parameters.isEmpty: return .focusChanged(false)
    default:
      return TerminalReply(prefix, numbers, intermediates, Unicode.Scalar(final))
        .map(InputEvent.reply)
    }
  }
}

extension InputEvent {
  /// What a string says; nothing for most of them.
  init?(string text: String, _ kind: Introducer) {
    switch kind {
    case .system:
      guard text.hasPrefix("11;"), let colour = RGB(reported: String(text.dropFirst(3))) else {
        return nil
      }
      self = .background(colour)
    case .device:
      guard text.hasPrefix(">|") else { return nil }
      self = .reply(.version(String(text.dropFirst(2))))
    case .program, .privacy, .text, .control, .single:
      return nil
    }
  }
}
