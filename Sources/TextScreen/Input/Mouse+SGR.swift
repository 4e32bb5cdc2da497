extension Mouse {
  /// Reads what follows `ESC [ <` in an SGR (1006) mouse report: `button;column;row` and `M` for
  /// a press or a drag, `m` for a release. Columns and rows count from one there.
  ///
  /// Motion without a button, horizontal wheels, extra buttons and anything malformed are nothing.
  public init?(sgr payload: some StringProtocol) {
    guard let final = payload.last, final == "M" || final == "m" else { return nil }
    let fields = payload.dropLast().split(separator: ";", omittingEmptySubsequences: false)
    let numbers = fields.compactMap { Self.number($0) }
    guard fields.count == 3, numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
    guard let (kind, button) = Self.meaning(of: numbers[0], released: final == "m") else {
      return nil
    }
    self.init(
      kind, button: button, column: numbers[1] - 1, row: numbers[2] - 1,
      shift: numbers[0] & 4 != 0, control: numbers[0] & 16 != 0)
  }

  /// Up to five plain digits: no sign, no spaces, nothing that could overflow.
  private static func number(_ field: some StringProtocol) -> Int? {
    guard !field.isEmpty, field.utf8.count <= 5, field.utf8.allSatisfy({ 48...57 ~= $0 }) else {
      return nil
    }
    return Int(field)
  }

  private static func meaning(of code: Int, released: Bool) -> (Kind, Button)? {
    let modifiers = 4 | 8 | 16
    switch code & ~modifiers {
    case 64 where !released: return (.wheelUp, .none)
    case 65 where !released: return (.wheelDown, .none)
    case let plain where plain & ~3 == 0:
      guard let button = button(plain & 3) else { return released ? (.release, .none) : nil }
      return (released ? .release : .press, button)
    case let moved where moved & ~3 == 32:
      guard let button = button(moved & 3) else { return nil }
      return (released ? .release : .drag, button)
    default: return nil
    }
  }

  private static func button(_ code: Int) -> Button? {
    switch code {
    case 0: .left
    case 1: .middle
    case 2: .right
    default: nil
    }
  }
}
