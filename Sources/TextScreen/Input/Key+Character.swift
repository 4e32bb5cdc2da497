extension Key {
  /// The key behind a character a terminal sends, where control characters stand for keys.
  public init(typed scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0D, 0x0A: self = .enter
    case 0x09: self = .tab
    case 0x1B: self = .escape
    case 0x7F, 0x08: self = .backspace
    case 0: self = .control(" ")
    case 1..<0x1B: self = .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
    case 0x1C..<0x20: self = .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    default: self = .character(Character(scalar))
    }
  }

  /// The byte that a terminal sends for a key with control, from 0 to 31; nil for other keys.
  public var controlCode: UInt8? {
    guard case .control(let character) = self, let code = character.asciiValue else { return nil }
    return code & 0x1F
  }
}
