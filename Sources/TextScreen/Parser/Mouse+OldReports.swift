/// Reports of the mouse from before SGR (1006). They are never asked for; a terminal that does not
/// know better sends them all the same.
extension Mouse {
  /// The three bytes after `ESC [ M` (X10 and VT200): a code, a column and a row, each 32 too much.
  init?(bytes: [UInt8]) {
    guard bytes.count == 3, bytes.allSatisfy({ $0 >= 0x20 }) else { return nil }
    self.init(code: Int(bytes[0]) - 32, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32)
  }

  /// The numbers of `ESC [ code ; column ; row M` (urxvt, 1015), the code 32 too much.
  init?(decimal numbers: [[Int?]]) {
    let values = numbers.compactMap { $0.count == 1 ? $0[0] : nil }
    guard numbers.count == 3, values.count == 3, values[0] >= 32 else { return nil }
    self.init(code: values[0] - 32, column: values[1], row: values[2])
  }

  /// As SGR says it, but for a release, which is a fourth button that was pressed.
  private init?(code: Int, column: Int, row: Int) {
    let isRelease = code & ~(4 | 8 | 16) == 3
    self.init(sgr: "\(code);\(column);\(row)\(isRelease ? "m" : "M")")
  }
}
