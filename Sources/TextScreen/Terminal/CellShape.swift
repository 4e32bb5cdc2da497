/// How the character of a cell is drawn in a picture of 8 by 16 units a cell.
enum CellShape {
  case blank
  case block(left: Int, top: Int, width: Int, height: Int)
  /// Braille; the bits are those of Unicode.
  case dots(mask: UInt8)
  /// A path relative to the top left of the cell.
  case stroke(String)
  case letter

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x20: self = .blank
    case 0x2800...0x28FF: self = .dots(mask: UInt8(scalar - 0x2800))
    case 0x2580: self = .block(left: 0, top: 0, width: 8, height: 8)
    case 0x2581...0x2588:
      let height = 2 * Int(scalar - 0x2580)
      self = .block(left: 0, top: 16 - height, width: 8, height: height)
    case 0x2589...0x258F:
      self = .block(left: 0, top: 0, width: Int(0x2590 - scalar), height: 16)
    default:
      self = Self.line(scalar).map { .stroke($0) } ?? .letter
    }
  }

  /// The lines boxes and rulers are made of.
  private static func line(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0x2500: "m0 8h8"
    case 0x2502: "m4 0v16"
    case 0x256D: "m4 16v-4q0-4 4-4"
    case 0x256E: "m4 16v-4q0-4-4-4"
    case 0x2570: "m4 0v4q0 4 4 4"
    case 0x256F: "m4 0v4q0 4-4 4"
    case 0x251C: "m4 0v16m0-8h4"
    case 0x2524: "m4 0v16m0-8h-4"
    case 0x2506: "m4 1v3m0 3v3m0 3v2"
    case 0x2504: "m0 8h2m1 0h2m1 0h2"
    default: nil
    }
  }
}
