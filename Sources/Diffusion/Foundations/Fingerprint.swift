/// A number that differs between values, by the bits of all that makes them (FNV-1a, 64 bits).
struct Fingerprint {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ number: Double) { add(number.bitPattern, bits: 64) }

  mutating func add(_ numbers: [Float]) {
    for number in numbers { add(UInt64(number.bitPattern), bits: 32) }
  }

  private mutating func add(_ pattern: UInt64, bits: UInt64) {
    for shift in stride(from: UInt64(0), to: bits, by: 8) {
      hash = (hash ^ (pattern >> shift & 0xFF)) &* 0x100_0000_01B3
    }
  }

  /// The number in sixteen hexadecimal digits.
  var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
