import Foundation

/// The type of one value in an array: what it is, its size, and the order of its bytes.
struct NumPyType: Equatable {
  enum Kind: Equatable {
    case float
    case signed
    case unsigned
    case truth
    /// Text of four bytes a character.
    case unicode
    /// Text of one byte a character.
    case bytes
  }

  let kind: Kind
  /// In bytes.
  let size: Int
  let isBigEndian: Bool

  /// A type as NumPy spells it, such as `<f8`, or nil where it cannot be read.
  init?(_ text: String) {
    var rest = Substring(text)
    isBigEndian = rest.first == ">"
    if let first = rest.first, "<>|=".contains(first) { rest.removeFirst() }
    guard let letter = rest.popFirst(), let number = Int(rest), number >= 0, number < 1 << 20 else {
      return nil
    }
    switch (letter, number) {
    case ("f", 2), ("f", 4), ("f", 8): kind = .float
    case ("i", 1), ("i", 2), ("i", 4), ("i", 8): kind = .signed
    case ("u", 1), ("u", 2), ("u", 4), ("u", 8): kind = .unsigned
    case ("b", 1): kind = .truth
    case ("U", _): kind = .unicode
    case ("S", _): kind = .bytes
    default: return nil
    }
    size = letter == "U" ? 4 * number : number
  }

  var isNumber: Bool { [.float, .signed, .unsigned].contains(kind) }

  /// The value as a number; not a number for words.
  func number(_ bytes: ArraySlice<UInt8>, at place: Int) -> Double {
    let bits = isNumber || kind == .truth ? bits(bytes, place, size) : 0
    switch (kind, size) {
    case (.float, 8): return Double(bitPattern: bits)
    case (.float, 4): return Double(Float(bitPattern: UInt32(bits)))
    case (.float, _): return Self.half(UInt16(bits))
    case (.signed, _):
      let shift = UInt64(64 - 8 * size)
      return Double(Int64(bitPattern: bits << shift) >> Int64(shift))
    case (.unsigned, _), (.truth, _): return Double(bits)
    case (.unicode, _), (.bytes, _): return .nan
    }
  }

  /// The value as a word: a whole number without decimals.
  func text(_ bytes: ArraySlice<UInt8>, at place: Int) -> String {
    switch kind {
    case .float:
      let number = number(bytes, at: place)
      return Int(exactly: number).map(String.init) ?? "\(number)"
    case .signed: return "\(Int64(number(bytes, at: place)))"
    case .unsigned: return "\(UInt64(number(bytes, at: place)))"
    case .truth: return number(bytes, at: place) == 0 ? "false" : "true"
    case .bytes:
      return String(decoding: bytes[place..<place + size].prefix { $0 != 0 }, as: UTF8.self)
    case .unicode:
      let scalars = stride(from: place, to: place + size, by: 4).compactMap { place in
        Unicode.Scalar(UInt32(bits(bytes, place, 4)))
      }
      return String(String.UnicodeScalarView(scalars.prefix { $0.value != 0 }))
    }
  }

  private func bits(_ bytes: ArraySlice<UInt8>, _ place: Int, _ size: Int) -> UInt64 {
    (0..<size).reduce(0) { value, index in
      value << 8 | UInt64(bytes[isBigEndian ? place + index : place + size - 1 - index])
    }
  }

  /// A number of 16 bits (IEEE 754).
  private static func half(_ bits: UInt16) -> Double {
    let sign = bits >> 15 == 0 ? 1.0 : -1.0
    let (exponent, fraction) = (Int(bits >> 10 & 31), Double(bits & 1023))
    switch exponent {
    case 0: return sign * fraction * pow(2, -24)
    case 31: return fraction == 0 ? sign * .infinity : .nan
    default: return sign * (1 + fraction / 1024) * pow(2, Double(exponent - 15))
    }
  }
}
