/// The keys that were held with another, as xterm and kitty send them: one more than the sum of
/// shift 1, alt 2, control 4 and others.
struct KeyModifiers: Sendable, Equatable {
  private let bits: Int
  /// Whether a key was let go, which nobody asks for.
  let isRelease: Bool

  private static let (shift, control) = (1, 4)
  /// Caps lock and num lock say nothing of what was meant.
  private static let locks = 64 | 128

  /// - Parameter field: the number, and behind its colon what happened to the key.
  init(_ field: [Int?]) {
    bits = max(0, ((field.first ?? nil) ?? 1) - 1) & ~Self.locks
    isRelease = field.count > 1 && field[1] == 3
  }

  var isNone: Bool { bits == 0 }
  var isShift: Bool { bits == Self.shift }
  var hasControl: Bool { bits & Self.control != 0 }
  /// Shift or control or both, and nothing else.
  var isShiftOrControl: Bool { bits != 0 && bits & ~(Self.shift | Self.control) == 0 }
  var isAlt: Bool { bits == 2 }
}

extension Key {
  /// The key with others held. An arrow with shift or control goes further; what else is held makes
  /// a key that nobody knows.
  func with(_ modifiers: KeyModifiers) -> Key? {
    if modifiers.isRelease { return nil }
    if modifiers.isNone { return self }
    guard modifiers.isShiftOrControl else { return nil }
    switch self {
    case .up: return .shiftUp
    case .down: return .shiftDown
    case .left: return .shiftLeft
    case .right: return .shiftRight
    case .tab where modifiers.isShift: return .backTab
    case .backspace, .enter, .escape: return modifiers.isShift ? self : nil
    default: return nil
    }
  }

  /// What an escape and a character mean: the key with Alt, or shift-tab of the Linux console; nil
  /// for control characters.
  init?(withAlt scalar: Unicode.Scalar) {
    if scalar == "\t" {
      self = .backTab
    } else if scalar.value >= 0x20, scalar.value != 0x7F, !Control.isC1(scalar) {
      self = .alt(Character(scalar))
    } else {
      return nil
    }
  }
}
