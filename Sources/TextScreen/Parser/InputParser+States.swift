/// What each byte does in each state.
extension InputParser {
  mutating func take(_ byte: UInt8) {
    silence = .unnoticed
    if byte != Control.escapeByte { escapes = EscapeRun() }
    let isLate = hasTimedOut
    hasTimedOut = false
    switch state {
    case .ground:
      if isLate, let introducer = Introducer(rawValue: byte) {
        state = .late(introducer)
      } else {
        takeOnGround(byte)
      }
    case .late(let introducer): takeLate(byte, introducer)
    case .escape(let count): takeAfterEscape(byte, count: count)
    case .marks: takeAfterMarks(byte)
    case .alternate(let count): takeAlternate(byte, count: count)
    case .control: takeInControl(byte)
    case .single: takeInSingle(byte)
    case .console: takeInConsole(byte)
    case .oldMouse: takeInOldMouse(byte)
    case .string(let kind): takeInString(byte, kind)
    case .stringEscape(let kind): takeAfterStringEscape(byte, kind)
    case .paste(let matched): takeInPaste(byte, matched: matched)
    }
  }

  private mutating func takeOnGround(_ byte: UInt8) {
    switch scalars.take(byte) {
    case .incomplete: break
    case .scalar(Control.escape): state = .escape(count: 1)
    case .scalar(let scalar) where Control.isC1(scalar): begin(c1: UInt8(scalar.value))
    case .scalar(let scalar): press(Key(typed: scalar))
    case .stray: begin(c1: byte)
    case .broken: takeOnGround(byte)
    }
  }

  /// Controls of one byte, which are an escape and a letter to everybody else, also where they are
  /// no text: their letters would be taken for keys.
  private mutating func begin(c1 byte: UInt8) {
    if Control.isC1(byte), let introducer = Introducer(rawValue: byte - 0x40) {
      begin(introducer, after: 1)
      sequence.isShort = true
    }
  }

  private mutating func begin(_ introducer: Introducer, after escapes: Int) {
    sequence = ControlSequence(after: escapes, introducer: introducer)
    content = []
    switch introducer {
    case .control: state = .control
    case .single: state = .single
    case .device, .system, .program, .privacy, .text: state = .string(introducer)
    }
  }

  /// Whoever types does not go on so fast with just what would make a sequence of it.
  private mutating func takeLate(_ byte: UInt8, _ introducer: Introducer) {
    if introducer.isFollowed(by: byte) {
      begin(introducer, after: 1)
    } else {
      state = .ground
      press(Key(typed: Unicode.Scalar(introducer.rawValue)))
    }
    take(byte)
  }

  private mutating func takeAfterEscape(_ byte: UInt8, count: Int) {
    if byte < 0x80, let introducer = Introducer(rawValue: byte) {
      begin(introducer, after: count)
      return
    }
    switch byte {
    case Control.escapeByte: state = .escape(count: count + 1)
    case 0x20...0x2F:
      sequence = ControlSequence(after: count)
      sequence.intermediates = [byte]
      state = .marks
    default: takeAlternate(byte, count: count)
    }
  }

  /// A key with Alt: an escape and what the key itself sends.
  private mutating func takeAlternate(_ byte: UInt8, count: Int) {
    switch scalars.take(byte) {
    case .incomplete: state = .alternate(count: count)
    case .scalar(let scalar) where Control.isC1(scalar):
      state = .ground
      begin(c1: UInt8(scalar.value))
    case .scalar(let scalar):
      state = .ground
      guard count == 1 else { return }
      let sent = [Control.escapeByte] + Array(String(scalar).utf8)
      press(description[sent] ?? Key(withAlt: scalar))
    case .stray:
      state = .ground
      begin(c1: byte)
    case .broken:
      state = .ground
      takeOnGround(byte)
    }
  }

  private mutating func takeAfterMarks(_ byte: UInt8) {
    switch byte {
    case Control.escapeByte: state = .escape(count: 1)
    case Control.cancel, Control.substitute, 0x30...0x7E: state = .ground
    case 0x20...0x2F: sequence.intermediates.append(byte)
    default: break
    }
  }

  private mutating func takeInControl(_ byte: UInt8) {
    switch byte {
    case Control.escapeByte: state = .escape(count: 1)
    case Control.cancel, Control.substitute: state = .ground
    case 0x20...0x7E: if sequence.isComplete(with: byte) { endSequence() }
    case 0x80...: sequence.isMalformed = true
    default: break
    }
  }

  private mutating func takeInSingle(_ byte: UInt8) {
    switch byte {
    case Control.escapeByte: state = .escape(count: 1)
    case Control.cancel, Control.substitute: state = .ground
    case 0x20...0x7E: if sequence.isComplete(with: byte) { endSequence() }
    default: break
    }
  }

  private mutating func takeInConsole(_ byte: UInt8) {
    switch byte {
    case Control.escapeByte: state = .escape(count: 1)
    default:
      state = .ground
      guard sequence.escapes == 1, byte >= 0x41, byte <= 0x45 else { return }
      press(.function(Int(byte) - 0x40))
    }
  }

  private mutating func takeInOldMouse(_ byte: UInt8) {
    switch byte {
    case Control.escapeByte: state = .escape(count: 1)
    case Control.cancel, Control.substitute: state = .ground
    default:
      content.append(byte)
      guard content.count == 3 else { return }
      state = .ground
      if let mouse = Mouse(bytes: content) { events.append(.mouse(mouse)) }
    }
  }

  private mutating func endSequence() {
    state = .ground
    switch sequence.continuation {
    case .oldMouse: state = .oldMouse
    case .console: state = .console
    case .paste: state = .paste(matched: 0)
    case nil:
      if let event = sequence.event { return events.append(event) }
      guard sequence.escapes == 1, !sequence.isMalformed else { return }
      press(sequence.key ?? description[sequence.sent])
    }
  }

  /// Hands out a key, where there is one.
  mutating func press(_ key: Key?) {
    if let key { events.append(.key(key)) }
  }
}
