/// Sorts numbers digit by digit (least significant first), reusing its memory.
///
/// Sliced distances sort 64 lists for every report on the screen; this takes a third of the time of
/// comparing the numbers. The upper half of a number's bits nearly always tells it from the others:
/// so only that half is sorted by digits, and the few pairs left in wrong order are mended.
struct DigitSort {
  private var keys: [UInt64] = []
  private var spare: [UInt64] = []
  private var ends: [Int] = []

  /// The bits of a digit: its counts fit the fastest memory.
  private static let width: UInt64 = 11
  private static let upper = stride(from: UInt64(31), to: 64, by: Int(width))
  private static let lower = stride(from: UInt64(0), to: 31, by: Int(width))

  /// Sorts into rising order. Negative zero comes before zero; not-a-numbers to the ends.
  mutating func sort(_ numbers: inout [Double]) {
    keys.removeAll(keepingCapacity: true)
    for number in numbers { keys.append(Self.key(of: number)) }
    // Few numbers are compared sooner than the digits are counted.
    if keys.count < 500 { keys.sort() } else { sortByDigits() }
    for i in keys.indices { numbers[i] = Self.number(of: keys[i]) }
  }

  private mutating func sortByDigits() {
    if spare.count != keys.count { spare = keys }
    for shift in Self.upper { distribute(byDigitAt: shift) }
    if mend() { return }
    for shift in Self.lower { distribute(byDigitAt: shift) }
    for shift in Self.upper { distribute(byDigitAt: shift) }
  }

  /// Brings the keys into the order of one digit, keeping the order among equals.
  private mutating func distribute(byDigitAt shift: UInt64) {
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(0, count: 1 << Int(Self.width)))
    Self.distribute(keys, into: &spare, ends: &ends, shift: shift)
    swap(&keys, &spare)
  }

  /// - Parameter ends: zero for every digit.
  private static func distribute(
    _ keys: [UInt64], into sorted: inout [UInt64], ends: inout [Int], shift: UInt64
  ) {
    let mask: UInt64 = 1 << width - 1
    // Spans, unlike arrays, do not ask at every write whether somebody else has a copy.
    var ends = ends.mutableSpan
    var sorted = sorted.mutableSpan
    for key in keys { ends[Int(key >> shift & mask)] += 1 }
    var start = 0
    for bin in ends.indices { (ends[bin], start) = (start, start + ends[bin]) }
    for key in keys {
      let bin = Int(key >> shift & mask)
      sorted[ends[bin]] = key
      ends[bin] += 1
    }
  }

  /// Moves each key that is smaller than the one before it back to its place; false, with the work
  /// broken off, where that takes more moves than sorting.
  private mutating func mend() -> Bool {
    var moves = 0
    let most = 4 * keys.count
    var keys = keys.mutableSpan
    for i in keys.indices.dropFirst() where keys[i] < keys[i - 1] {
      let key = keys[i]
      var place = i
      repeat {
        keys[place] = keys[place - 1]
        place -= 1
      } while place > 0 && keys[place - 1] > key
      keys[place] = key
      moves += i - place
      if moves > most { return false }
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
