/// One character position of the screen, in eight bytes that compare cheaply.
///
/// A cell cannot hold a control character, nor one that would take no column or two: such a
/// scalar becomes `?` on the way in. Text from files is thereby harmless wherever it is drawn,
/// and every cell is exactly one column wide.
public struct Cell: Sendable, Hashable {
  /// The Unicode scalar shown.
  public let scalar: UInt32
  public let ink: Ink
  public let paper: Ink
  public let attributes: Attributes

  public init(_ scalar: Unicode.Scalar, _ style: Style = .plain) {
    self.scalar = scalar.isOneColumn ? scalar.value : 0x3F
    ink = style.ink
    paper = style.paper
    attributes = style.attributes
  }

  public static let blank = Cell(" ")

  public var style: Style { Style(ink, on: paper, attributes) }

  public var unicodeScalar: Unicode.Scalar { Unicode.Scalar(scalar) ?? "?" }

  /// Nothing to see: a space without paper, underline or reversal.
  public var isBlank: Bool {
    scalar == 0x20 && paper == .plain && attributes.isDisjoint(with: [.underline, .reverse])
  }
}
