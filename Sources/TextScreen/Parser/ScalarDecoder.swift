/// Puts Unicode scalars together from the bytes of UTF-8, one after the other.
///
/// Only well-formed sequences count (The Unicode Standard, section 3.9, table 3-7): no surrogates, no
/// longer form than needed.
struct ScalarDecoder: Sendable, Equatable {
  enum Result: Equatable {
    case scalar(Unicode.Scalar)
    /// More bytes belong to it.
    case incomplete
    /// The byte is the beginning of nothing.
    case stray
    /// What had begun does not go on with this byte, which has to be taken again.
    case broken
  }

  private var value: UInt32 = 0
  private var missing = 0
  /// What the next byte may be.
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  mutating func take(_ byte: UInt8) -> Result {
    guard missing > 0 else { return begin(byte) }
    guard allowed.contains(byte) else {
      missing = 0
      return .broken
    }
    allowed = 0x80...0xBF
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    guard missing == 0 else { return .incomplete }
    return Unicode.Scalar(value).map(Result.scalar) ?? .stray
  }

  private mutating func begin(_ byte: UInt8) -> Result {
    switch byte {
    case 0..<0x80: return .scalar(Unicode.Scalar(byte))
    case 0xC2...0xDF: expect(1, byte & 0x1F)
    case 0xE0...0xEF: expect(2, byte & 0x0F)
    case 0xF0...0xF4: expect(3, byte & 0x07)
    default: return .stray
    }
    switch byte {
    case 0xE0: allowed = 0xA0...0xBF
    case 0xED: allowed = 0x80...0x9F
    case 0xF0: allowed = 0x90...0xBF
    case 0xF4: allowed = 0x80...0x8F
    default: allowed = 0x80...0xBF
    }
    return .incomplete
  }

  private mutating func expect(_ count: Int, _ bits: UInt8) {
    missing = count
    value = UInt32(bits)
  }
}
