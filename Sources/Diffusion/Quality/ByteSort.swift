/// Sorts numbers byte by byte (least significant first), reusing its memory.
///
/// Sliced distances sort 64 lists for every report on the screen; this takes half the time of
/// comparing the numbers.
struct ByteSort {
  private var keys: [UInt64] = []
  private var spare: [UInt64] = []

  /// Sorts into rising order. Negative zero comes before zero; not-a-numbers to the ends.
  mutating func sort(_ numbers: inout [Double]) {
    keys.removeAll(keepingCapacity: true)
    for number in numbers { keys.append(Self.key(of: number)) }
    if spare.count != keys.count { spare = keys }
    for shift in stride(from: 0, to: UInt64(64), by: 8) {
      if Self.distribute(keys, into: &spare, byByteAt: shift) { swap(&keys, &spare) }
    }
    for i in keys.indices { numbers[i] = Self.number(of: keys[i]) }
  }

  /// Copies keys into the order of one byte, keeping the order among equals; false, with nothing
  /// copied, where all have the same byte.
  private static func distribute(
    _ keys: [UInt64], into sorted: inout [UInt64], byByteAt shift: UInt64
  ) -> Bool {
    var ends = [Int](repeating: 0, count: 256)
    for key in keys { ends[Int(key >> shift & 0xFF)] += 1 }
    if ends.contains(keys.count) { return false }
    var start = 0
    for bin in ends.indices { (ends[bin], start) = (start, start + ends[bin]) }
    for key in keys {
      let bin = Int(key >> shift & 0xFF)
      sorted[ends[bin]] = key
      ends[bin] += 1
    }
    return true
  }

  /// The number's bits as a whole number that rises with it: the sign bit flipped, and all others
  /// too where the number is negative.
  private static func key(of number: Double) -> UInt64 {
    let bits = number.bitPattern
    return bits ^ (bits >> 63 == 0 ? 1 << 63 : UInt64.max)
  }

  private static func number(of key: UInt64) -> Double {
    Double(bitPattern: key ^ (key >> 63 == 1 ? 1 << 63 : UInt64.max))
  }
}
