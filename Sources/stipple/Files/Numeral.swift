/// Numbers as people write them in files and on the command line.
enum Numeral {
  /// A finite decimal number, or nil: no `nan`, no `inf`, no hexadecimal.
  static func double(_ text: some StringProtocol) -> Double? {
    guard text.utf8.allSatisfy(isDecimal), let value = Double(text) else { return nil }
    return value.isFinite ? value : nil
  }

  private static func isDecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default:
      false
    }
  }
}
