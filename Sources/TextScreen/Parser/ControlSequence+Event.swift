/// Sequences that are no keys.
extension ControlSequence {
  /// A report of the mouse or of the focus, or a reply; nil where it is none.
  var event: InputEvent? {
    guard introducer == .control, !isMalformed else { return nil }
    let numbers = numbers
    switch (prefix, Unicode.Scalar(final)) {
    case ("<", "M"), ("<", "m"):
      let payload = parameters.dropFirst() + [final]
      return Mouse(sgr: String(decoding: payload, as: UTF8.self)).map(InputEvent.mouse)
    case (nil, "M"):
      return intermediates.isEmpty ? Mouse(decimal: numbers).map(InputEvent.mouse) : nil
    case (nil, "I") where parameters.isEmpty && intermediates.isEmpty: return .focusChanged(true)
    case (nil, "O") where parameters.isEmpty && intermediates.isEmpty: return .focusChanged(false)
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
