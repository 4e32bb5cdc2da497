/// Sequences that are keys: those of xterm, which most terminals send, of rxvt, of the Linux console
/// and of kitty's protocol.
extension ControlSequence {
  /// The key; nil for those that the program does not know, such as Alt with an arrow.
  var key: Key? {
    guard !isMalformed, prefix == nil else { return nil }
    if introducer == .single { return singleKey }
    // Shift in rxvt; only the arrows have a meaning with it, and end otherwise.
    guard intermediates.isEmpty else { return nil }
    switch Unicode.Scalar(final) {
    case "~": return numberedKey
    case "u": return KeyboardCode(numbers)?.key
    case "Z": return .backTab
    case "a" where parameters.isEmpty: return .shiftUp
    case "b" where parameters.isEmpty: return .shiftDown
    case "c" where parameters.isEmpty: return .shiftRight
    case "d" where parameters.isEmpty: return .shiftLeft
    case let letter: return modifiers.flatMap { Self.named(letter)?.with($0) }
    }
  }

  /// What was held with a key that ends in a letter; nil where the numbers say something else.
  private var modifiers: KeyModifiers? {
    let numbers = numbers
    switch (introducer, numbers.count) {
    case (_, 0): return KeyModifiers([])
    // Old terminals leave the first number out.
    case (.single, 1): return KeyModifiers(numbers[0])
    default:
      guard numbers.count <= 3, (numbers[0].first ?? nil) ?? 1 == 1 else { return nil }
      return KeyModifiers(numbers.count > 1 ? numbers[1] : [])
    }
  }

  /// Keys whose sequence ends in a letter, after `ESC [` as after `ESC O`.
  private static func named(_ letter: Unicode.Scalar) -> Key? {
    switch letter {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H": .home
    case "F": .end
    case "P": .function(1)
    case "Q": .function(2)
    case "R": .function(3)
    case "S": .function(4)
    default: nil
    }
  }

  /// Keys whose sequence is a number and a tilde.
  private var numberedKey: Key? {
    let numbers = numbers
    guard let code = numbers.first?.first ?? nil else { return nil }
    if code == 27, numbers.count == 3 {
      // How xterm says other keys with modifiers.
      return KeyboardCode([numbers[2], numbers[1]])?.key
    }
    let modifiers = KeyModifiers(numbers.count > 1 ? numbers[1] : [])
    return Self.numbered[code]?.with(modifiers)
  }

  private static let numbered: [Int: Key] = {
    var keys: [Int: Key] = [
      1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]
    // With gaps, as on the keyboard of the VT220.
    let functions = [11...15, 17...21, 23...26, 28...29, 31...34].flatMap { $0 }
    for (index, code) in functions.enumerated() { keys[code] = .function(index + 1) }
    return keys
  }()

  /// Keys after `ESC O`: those of the keypad send what is printed on them.
  private var singleKey: Key? {
    switch Unicode.Scalar(final) {
    case "M": .enter
    case "I": .tab
    case " ": .space
    case "X": .character("=")
    case "a": .shiftUp
    case "b": .shiftDown
    case "c": .shiftRight
    case "d": .shiftLeft
    case "j"..."o": .character(Character(Unicode.Scalar(final - 0x40)))
    case "p"..."y": .character(Character(Unicode.Scalar(final - 0x40)))
    case let letter: modifiers.flatMap { Self.named(letter)?.with($0) }
    }
  }
}
