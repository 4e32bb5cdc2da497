/// Writes cells as text with colours in escape sequences (ECMA-48 SGR), a change at a time.
///
/// The parameters of every ink are spelled out once, so that a frame is only copying bytes.
public struct SelectGraphic: Sendable {
  /// The parameters of every ink, then those of inks that stand for the paper of reversed cells.
  private let inks: [[UInt8]]
  /// The same the other way round.
  private let papers: [[UInt8]]
  private let emphasis: [Attributes]
  private let spellsOutReverse: Bool
  private var current = Style.plain
  private var pen = Pen()

  /// What the terminal writes with, as places among the parameters.
  private struct Pen: Equatable {
    var attributes: Attributes = []
    var ink = Int(Ink.plain.rawValue)
    var paper = Int(Ink.plain.rawValue)
  }

  /// Begins in the plain style.
  ///
  /// - Parameter spellsOutReverse: whether reversed cells are written with their two colours
  ///   exchanged, which are those of the theme's pictures where they are plain. Without colours they
  ///   are left to the terminal all the same.
  public init(theme: Theme, depth: ColourDepth, spellsOutReverse: Bool = false) {
    let theme = theme.shown(at: depth)
    self.spellsOutReverse = spellsOutReverse && depth != .mono
    let all = (0..<Ink.count).map { Ink(rawValue: UInt8($0)) }
    inks =
      all.map { Self.parameters(of: theme.colour(of: $0), depth, isPaper: false) }
      + all.map {
        Self.parameters(
          ofReversed: theme.colour(of: $0) ?? theme.picturePaper, depth, isPaper: false)
      }
    papers =
      all.map { Self.parameters(of: theme.colour(of: $0), depth, isPaper: true) }
      + all.map {
        Self.parameters(ofReversed: theme.colour(of: $0) ?? theme.pictureInk, depth, isPaper: true)
      }
    emphasis = all.map { theme.emphasis(of: $0) }
  }

  /// Appends one cell with its marks, preceded by whatever changes the style to its own; nothing for
  /// the second half of a wide letter.
  public mutating func append(
    _ cell: Cell, marks: [Unicode.Scalar] = [], to bytes: inout [UInt8]
  ) {
    guard !cell.isContinuation else { return }
    if cell.style != current {
      change(to: pen(for: cell.style), &bytes)
      current = cell.style
    }
    bytes.append(scalar: cell.scalar)
    for mark in marks { bytes.append(scalar: mark.value) }
  }

  /// Appends what brings the style back to plain, if it is not.
  public mutating func reset(_ bytes: inout [UInt8]) {
    guard current != .plain else { return }
    bytes += Array("\u{1B}[0m".utf8)
    (current, pen) = (.plain, Pen())
  }

  private func pen(for style: Style) -> Pen {
    var pen = Pen(
      attributes: style.attributes.union(emphasis[Int(style.ink.rawValue)]),
      ink: Int(style.ink.rawValue), paper: Int(style.paper.rawValue))
    if spellsOutReverse && pen.attributes.contains(.reverse) {
      pen.attributes.remove(.reverse)
      (pen.ink, pen.paper) = (pen.paper + Ink.count, pen.ink + Ink.count)
    }
    return pen
  }

  private mutating func change(to pen: Pen, _ bytes: inout [UInt8]) {
    let dropsEmphasis = !self.pen.attributes.isSubset(of: pen.attributes)
    let known = dropsEmphasis ? Pen() : self.pen
    bytes += [0x1B, 0x5B]
    if dropsEmphasis { bytes += [0x30, 0x3B] }
    for (attribute, code) in Self.codes
    where pen.attributes.contains(attribute) && !known.attributes.contains(attribute) {
      bytes += [code, 0x3B]
    }
    if pen.ink != known.ink { bytes += inks[pen.ink] }
    if pen.paper != known.paper { bytes += papers[pen.paper] }
    close(&bytes)
    self.pen = pen
  }

  /// Every parameter ends in a semicolon; the last one becomes the final byte. A change that
  /// turned out to be none leaves no trace.
  private func close(_ bytes: inout [UInt8]) {
    if bytes.last == 0x3B {
      bytes[bytes.count - 1] = 0x6D
    } else {
      bytes.removeLast(2)
    }
  }

  private static let codes: [(Attributes, UInt8)] = [
    (.bold, 0x31), (.dim, 0x32), (.italic, 0x33), (.underline, 0x34), (.reverse, 0x37),
  ]

  /// For example `38;5;110;`; the terminal's own colour is `39;` or `49;`, and nothing at all
  /// without colour.
  private static func parameters(of colour: RGB?, _ depth: ColourDepth, isPaper: Bool) -> [UInt8] {
    let base = isPaper ? 40 : 30
    guard depth != .mono else { return [] }
    guard let colour else { return Array("\(base + 9);".utf8) }
    if depth == .truecolor {
      return Array("\(base + 8);2;\(colour.red);\(colour.green);\(colour.blue);".utf8)
    }
    guard let index = depth.index(of: colour) else { return Array("\(base + 9);".utf8) }
    if depth == .indexed256 { return Array("\(base + 8);5;\(index);".utf8) }
    let parameter = index < 8 ? base + Int(index) : base + 52 + Int(index)
    return Array("\(parameter);".utf8)
  }

  /// The same for cells that are reversed, where the terminal's own colours would be the wrong ones:
  /// black or white where only those come near.
  private static func parameters(
    ofReversed colour: RGB, _ depth: ColourDepth, isPaper: Bool
  ) -> [UInt8] {
    guard depth == .indexed16 || depth == .indexed8, depth.index(of: colour) == nil else {
      return parameters(of: colour, depth, isPaper: isPaper)
    }
    return Array("\((isPaper ? 40 : 30) + (colour.luminance < 0.2 ? 0 : 7));".utf8)
  }
}

extension [UInt8] {
  /// Appends a Unicode scalar as UTF-8.
  mutating func append(scalar: UInt32) {
    switch scalar {
    case ..<0x80:
      append(UInt8(scalar))
    case ..<0x800:
      append(UInt8(0xC0 | scalar >> 6))
      append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      append(UInt8(0xE0 | scalar >> 12))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    default:
      append(UInt8(0xF0 | scalar >> 18 & 0x07))
      append(UInt8(0x80 | scalar >> 12 & 0x3F))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
