/// Bytes that were compressed with DEFLATE (RFC 1951), unpacked.
struct Inflate {
  /// Why bytes are not DEFLATE, or too many.
  struct Failure: Error {
    let reason: String
  }

  private let input: ArraySlice<UInt8>
  private let limit: Int
  private var position: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  /// - Parameter limit: the most bytes that may come out.
  static func unpack(_ input: ArraySlice<UInt8>, limit: Int) throws(Failure) -> [UInt8] {
    var inflate = Inflate(input: input, limit: limit)
    var isLast = false
    while !isLast {
      isLast = try inflate.take(1) == 1
      switch try inflate.take(2) {
      case 0: try inflate.copyStored()
      case 1: try inflate.decode(literals: .fixedLiterals, distances: .fixedDistances)
      case 2:
        let (literals, distances) = try inflate.readCodes()
        try inflate.decode(literals: literals, distances: distances)
      default: throw Failure(reason: "a block of no known kind")
      }
    }
    return inflate.output
  }

  private init(input: ArraySlice<UInt8>, limit: Int) {
    self.input = input
    self.limit = limit
    position = input.startIndex
  }

  /// The next bits, the first one lowest.
  private mutating func take(_ count: Int) throws(Failure) -> Int {
    while bitCount < count {
      guard position < input.endIndex else { throw Failure(reason: "the data ends too early") }
      bits |= UInt32(input[position]) << UInt32(bitCount)
      position += 1
      bitCount += 8
    }
    let value = bits & (1 << UInt32(count) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func append(_ byte: UInt8) throws(Failure) {
    guard output.count < limit else { throw Failure(reason: "more than \(limit >> 20) MB") }
    output.append(byte)
  }

  private mutating func copyStored() throws(Failure) {
    _ = try take(bitCount % 8)
    let (length, complement) = (try take(16), try take(16))
    guard length ^ complement == 0xFFFF else { throw Failure(reason: "a length is wrong") }
    for _ in 0..<length { try append(UInt8(take(8))) }
  }

  private mutating func decode(literals: PrefixCode, distances: PrefixCode) throws(Failure) {
    while true {
      let symbol = try symbol(of: literals)
      if symbol < 256 {
        try append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return }
      guard symbol - 257 < Self.lengths.count else { throw Failure(reason: "a length is wrong") }
      let length = Self.lengths[symbol - 257] + (try take(Self.lengthBits[symbol - 257]))
      let code = try self.symbol(of: distances)
      guard code < Self.distances.count else { throw Failure(reason: "a distance is wrong") }
      let distance = Self.distances[code] + (try take(code < 2 ? 0 : code / 2 - 1))
      guard distance <= output.count else { throw Failure(reason: "a distance is wrong") }
      for _ in 0..<length { try append(output[output.count - distance]) }
    }
  }

  /// The codes of a block that brings its own.
  private mutating func readCodes() throws(Failure) -> (PrefixCode, PrefixCode) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let count = try take(4) + 4
    var order = [Int](repeating: 0, count: 19)
    for place in Self.codeOrder.prefix(count) { order[place] = try take(3) }
    let code = PrefixCode(lengths: order)
    var lengths: [Int] = []
    while lengths.count < literalCount + distanceCount {
      switch try symbol(of: code) {
      case 16:
        guard let last = lengths.last else { throw Failure(reason: "nothing to repeat") }
        lengths += [Int](repeating: last, count: try take(2) + 3)
      case 17: lengths += [Int](repeating: 0, count: try take(3) + 3)
      case 18: lengths += [Int](repeating: 0, count: try take(7) + 11)
      case let length: lengths.append(length)
      }
    }
    guard lengths.count == literalCount + distanceCount else {
      throw Failure(reason: "too many code lengths")
    }
    return (
      PrefixCode(lengths: Array(lengths[..<literalCount])),
      PrefixCode(lengths: Array(lengths[literalCount...]))
    )
  }

  /// The symbol whose code comes next, found one bit at a time.
  private mutating func symbol(of code: PrefixCode) throws(Failure) -> Int {
    var (value, first, index) = (0, 0, 0)
    for length in 1..<code.counts.count {
      value |= try take(1)
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw Failure(reason: "a code is wrong")
  }

  private static let codeOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distances = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
}

/// A canonical prefix code, given by the length of each symbol's code.
private struct PrefixCode {
  /// How many codes have each length, from 0 to 15.
  let counts: [Int]
  /// The symbols in the order of their codes.
  let symbols: [Int]

  init(lengths: [Int]) {
    var counts = [Int](repeating: 0, count: 16)
    for length in lengths where length > 0 { counts[length] += 1 }
    self.counts = counts
    symbols = lengths.indices.filter { lengths[$0] > 0 }
      .sorted { (lengths[$0], $0) < (lengths[$1], $1) }
  }

  static let fixedLiterals = PrefixCode(
    lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  static let fixedDistances = PrefixCode(lengths: [Int](repeating: 5, count: 30))
}
