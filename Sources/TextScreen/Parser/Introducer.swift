/// What an escape and one character begin that has no fixed length; the raw value is the character.
enum Introducer: UInt8, Sendable {
  /// A control sequence (CSI).
  case control = 0x5B
  /// A key of an application keypad (SS3).
  case single = 0x4F
  /// A device control string (DCS).
  case device = 0x50
  /// An operating system command (OSC).
  case system = 0x5D
  /// An application program command (APC).
  case program = 0x5F
  /// A privacy message (PM).
  case privacy = 0x5E
  /// Any string (SOS).
  case text = 0x58

  /// Whether terminals go on like this, in what they say and in keys.
  func isFollowed(by byte: UInt8) -> Bool {
    switch self {
    case .control: Self.numeric.contains(byte) || Self.single("ABCDFHIMOZ", byte)
    case .single: Self.single("ABCDFHMPQRSjklmnopqrstuvwxy", byte)
    case .device: (0x30...0x39).contains(byte) || Self.single("!>", byte)
    case .system: (0x30...0x39).contains(byte) || Self.single("Ll", byte)
    case .program: Self.single("G", byte)
    case .privacy, .text: false
    }
  }

  private static let numeric: ClosedRange<UInt8> = 0x30...0x3F

  private static func single(_ letters: String, _ byte: UInt8) -> Bool {
    letters.utf8.contains(byte)
  }
}

/// Controls by their names in ECMA-48.
enum Control {
  static let escape: Unicode.Scalar = "\u{1B}"
  static let escapeByte: UInt8 = 0x1B
  /// These two end a sequence that then means nothing.
  static let cancel: UInt8 = 0x18
  static let substitute: UInt8 = 0x1A
  /// The end of a string as one byte.
  static let stringEnd: UInt8 = 0x9C

  static func isC1(_ scalar: Unicode.Scalar) -> Bool { (0x80...0x9F).contains(scalar.value) }
  static func isC1(_ byte: UInt8) -> Bool { (0x80...0x9F).contains(byte) }
}
