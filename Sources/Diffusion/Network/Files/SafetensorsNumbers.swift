/// The kinds of numbers in safetensors files: how large they are, and those that become floats.
enum SafetensorsNumbers {
  /// The bytes of a number; nil for kinds that are not known here.
  static func bytes(of type: String) -> Int? {
    switch type {
    case "F64", "I64", "U64", "C64": 8
    case "F32", "I32", "U32": 4
    case "F16", "BF16", "I16", "U16": 2
    case "I8", "U8", "BOOL", "F8_E4M3", "F8_E5M2": 1
    default: nil
    }
  }

  /// The numbers as floats; nil where they are no real numbers of a kind that networks have.
  static func floats(_ type: String, in bytes: ArraySlice<UInt8>) -> [Float]? {
    switch type {
    case "F32": words(bytes, 4).map { Float(bitPattern: UInt32($0)) }
    case "F64": words(bytes, 8).map { Float(Double(bitPattern: $0)) }
    case "BF16": words(bytes, 2).map { Float(bitPattern: UInt32($0) << 16) }
    case "F16": words(bytes, 2).map { half(UInt32($0)) }
    default: nil
    }
  }

  /// Unsigned numbers of so many bytes each, the lowest first.
  private static func words(_ bytes: ArraySlice<UInt8>, _ size: Int) -> [UInt64] {
    stride(from: bytes.startIndex, to: bytes.endIndex, by: size).map { start in
      bytes[start..<start + size].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// A float of 16 bits (IEEE 754 binary16), written out since not every processor has them.
  private static func half(_ bits: UInt32) -> Float {
    let sign: Float = bits & 0x8000 == 0 ? 1 : -1
    let (exponent, fraction) = (bits >> 10 & 0x1F, bits & 0x3FF)
    switch exponent {
    case 0: return sign * Float(fraction) * 0x1p-24
    case 31: return fraction == 0 ? sign * .infinity : .nan
    default: return sign * Float(bitPattern: (exponent + 112) << 23 | fraction << 13)
    }
  }
}
