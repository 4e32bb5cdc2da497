/// A key by the number of its character, as in kitty's keyboard protocol (`ESC [ code ; modifiers u`)
/// and xterm's for other keys (`ESC [ 27 ; modifiers ; code ~`).
struct KeyboardCode: Sendable, Equatable {
  private let code: Int
  /// What shift makes of it, where the terminal says so.
  private let shifted: Int?
  private let modifiers: KeyModifiers

  /// - Parameter numbers: the code with its shifted form behind a colon, then the modifiers.
  init?(_ numbers: [[Int?]]) {
    guard let field = numbers.first, let code = field[0] else { return nil }
    self.code = code
    shifted = field.count > 1 ? field[1] : nil
    modifiers = KeyModifiers(numbers.count > 1 ? numbers[1] : [])
  }

  var key: Key? {
    if modifiers.isRelease { return nil }
    if let named = Self.named[code] { return named.with(modifiers) }
    if (57399...57408).contains(code) { return typed(code - 57399 + 0x30) }
    if (57376...57387).contains(code) { return Key.function(code - 57376 + 13).with(modifiers) }
    // The other keys without characters: locks, modifiers, media.
    if (57344...63743).contains(code) { return nil }
    return typed(code)
  }

  private func typed(_ code: Int) -> Key? {
    let seen = modifiers.isShift ? shifted ?? code : code
    guard let scalar = UInt32(exactly: seen).flatMap(Unicode.Scalar.init), scalar.value >= 0x20,
      scalar.value != 0x7F, !Control.isC1(scalar)
    else { return nil }
    if modifiers.isNone { return .character(Character(scalar)) }
    if modifiers.isShift {
      let capital = scalar.properties.uppercaseMapping
      return .character(capital.count == 1 ? Character(capital) : Character(scalar))
    }
    if modifiers.isAlt { return .alt(Character(scalar)) }
    guard modifiers.hasControl, modifiers.isShiftOrControl, scalar.isASCII else { return nil }
    return .control(Character(scalar.properties.lowercaseMapping))
  }

  private static let named: [Int: Key] = [
    9: .tab, 13: .enter, 27: .escape, 127: .backspace, 8: .backspace,
    57409: .character("."), 57410: .character("/"), 57411: .character("*"),
    57412: .character("-"), 57413: .character("+"), 57414: .enter, 57415: .character("="),
    57416: .character(","), 57417: .left, 57418: .right, 57419: .up, 57420: .down,
    57421: .pageUp, 57422: .pageDown, 57423: .home, 57424: .end, 57425: .insert, 57426: .delete,
  ]
}
