/// One character position of the screen, in eight bytes that compare cheaply.
///
/// A cell cannot hold a control character, nor one of a width that terminals disagree about: such a
/// scalar becomes `?` on the way in. Text from files is thereby harmless wherever it is drawn. A
/// letter two columns wide is in the first of two cells, and the second is its continuation.
public struct Cell: Sendable, Hashable {
  /// The scalar, or one of the marks of wide letters with it.
  private let code: UInt32
  /// The colour of the letter.
  public let ink: Ink
  /// The colour behind it.
  public let paper: Ink
  /// What the letter is besides coloured.
  public let attributes: Attributes

  private static let wideBit: UInt32 = 1 << 31
  private static let continuationCode: UInt32 = 1 << 30
  private static let scalarBits: UInt32 = 0x1FFFFF

  /// A letter one column wide; any other scalar becomes `?`.
  public init(_ scalar: Unicode.Scalar, _ style: Style = .plain) {
    self.init(code: scalar.isOneColumn ? scalar.value : 0x3F, style)
  }

  private init(code: UInt32, _ style: Style) {
    self.code = code
    ink = style.ink
    paper = style.paper
    attributes = style.attributes
  }

  /// A space in the plain style.
  public static let blank = Cell(" ")

  /// The first half of a letter that takes two columns; nil for any other.
  static func wide(_ scalar: Unicode.Scalar, _ style: Style) -> Cell? {
    scalar.isTwoColumns ? Cell(code: scalar.value | wideBit, style) : nil
  }

  /// The second half of a letter that takes two columns.
  static func continuation(_ style: Style) -> Cell { Cell(code: continuationCode, style) }

  /// Whether the letter goes on in the next cell.
  public var isWide: Bool { code & Self.wideBit != 0 }

  /// Whether this is the second half of the letter in the cell before.
  public var isContinuation: Bool { code == Self.continuationCode }

  /// One of the two halves of a wide letter.
  @inline(__always)
  var isHalf: Bool { code > Self.scalarBits }

  /// The Unicode scalar shown; a space in the second half of a wide letter.
  public var scalar: UInt32 { isContinuation ? 0x20 : code & Self.scalarBits }

  /// Colours and attributes together.
  public var style: Style { Style(ink, on: paper, attributes) }

  /// The letter.
  public var unicodeScalar: Unicode.Scalar { Unicode.Scalar(scalar) ?? "?" }

  /// The same letter in another style.
  func styled(_ style: Style) -> Cell { Cell(code: code, style) }

  /// A cell of a map that nothing is drawn on.
  var isGroundAlone: Bool {
    code == 0x20 && (paper.densityStep != nil || paper.paint != nil) && ink == .plain
  }

  /// Nothing to see: a space without paper, underline or reversal.
  public var isBlank: Bool {
    code == 0x20 && paper == .plain && attributes.isDisjoint(with: [.underline, .reverse])
  }
}
