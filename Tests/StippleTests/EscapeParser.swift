/// Cuts a stream of bytes into characters and control sequences (ECMA-48, UTF-8).
struct EscapeParser {
  enum Element {
    case print(Unicode.Scalar)
    case control(UInt8)
    case escape(UInt8)
    case sequence(prefix: UInt8?, numbers: [Int], final: UInt8)
  }

  private enum State {
    case ground
    case escape
    /// After `ESC (` and the like, which name a character set with one more byte.
    case designation
    case sequence
    /// A title or the like, up to BEL or ST.
    case string
  }

  private var state = State.ground
  private var collected: [UInt8] = []
  private var scalar: UInt32 = 0
  private var continuations = 0

  mutating func next(_ byte: UInt8) -> Element? {
    // CAN and SUB end whatever has begun, and ESC begins anew.
    if byte == 0x18 || byte == 0x1A { (state, continuations) = (.ground, 0) }
    if byte == 0x1B, state == .sequence { state = .ground }
    switch state {
    case .ground: return ground(byte)
    case .escape: return afterEscape(byte)
    case .designation:
      state = .ground
      return nil
    case .sequence: return inSequence(byte)
    case .string:
      if byte == 0x07 { state = .ground }
      if byte == 0x1B { state = .escape }
      return nil
    }
  }

  private mutating func ground(_ byte: UInt8) -> Element? {
    switch byte {
    case 0x1B:
      state = .escape
      return nil
    case ..<0x20, 0x7F: return .control(byte)
    case ..<0x80: return .print(Unicode.Scalar(byte))
    case ..<0xC0:
      guard continuations > 0 else { return .print("\u{FFFD}") }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      continuations -= 1
      return continuations == 0 ? .print(Unicode.Scalar(scalar) ?? "\u{FFFD}") : nil
    default:
      continuations = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
      scalar = UInt32(byte) & (0x3F >> UInt32(continuations))
      return nil
    }
  }

  private mutating func afterEscape(_ byte: UInt8) -> Element? {
    collected = []
    state = .ground
    switch byte {
    case UInt8(ascii: "["): state = .sequence
    case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .string
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .designation
    default: return .escape(byte)
    }
    return nil
  }

  private mutating func inSequence(_ byte: UInt8) -> Element? {
    guard byte >= 0x40 else {
      collected.append(byte)
      return nil
    }
    state = .ground
    let prefix = collected.first.flatMap { 0x3C...0x3F ~= $0 ? $0 : nil }
    let numbers = collected.dropFirst(prefix == nil ? 0 : 1)
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    return .sequence(prefix: prefix, numbers: numbers, final: byte)
  }
}
