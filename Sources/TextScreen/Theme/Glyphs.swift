import Foundation

/// The characters a terminal can show, best first: a ladder that drawing walks down.
public struct Glyphs: Sendable, Hashable {
  /// How dots finer than a cell are drawn.
  public enum Dots: String, Sendable, Hashable, CaseIterable {
    /// Eight dots in a cell, two by four.
    case braille
    /// Eight blocks in a cell, two by four, that touch each other (Unicode 16).
    case octants
    /// Six blocks in a cell, two by three (Unicode 13).
    case sextants
    /// Four blocks in a cell.
    case quadrants
    /// Two dots in a cell, one above the other.
    case halfBlock = "half-block"
    /// One dot in a cell, whose character tells how many fell there.
    case ascii
    /// Not dots but circles and lines at their true places, for pictures of shapes. No terminal can,
    /// so that nobody can ask for it by name.
    case vector = "(true places)"

    /// What terminals can.
    public static let allCases: [Dots] = [
      .braille, .octants, .sextants, .quadrants, .halfBlock, .ascii,
    ]
  }

  /// How dots finer than a cell are drawn.
  public var dots: Dots
  /// Characters beyond ASCII arrive and have a shape: box lines, blocks, arrows, Greek.
  public var unicodeText: Bool
  /// Two colours can meet in one cell, one as ink and one as paper.
  public var paper: Bool
  /// There are too few colours to tell classes apart, so that each is drawn in a shape of its own.
  public var classShapes: Bool
  /// Which of several vocabularies a program draws its words in; the kit has none of its own.
  public var dialect = 0

  /// Without Unicode dots are ASCII, whatever is asked for.
  public init(dots: Dots, unicodeText: Bool, paper: Bool = true, classShapes: Bool = false) {
    self.dots = unicodeText ? dots : .ascii
    self.unicodeText = unicodeText
    self.paper = paper
    self.classShapes = classShapes
  }

  /// A terminal that can show everything.
  public static let braille = Glyphs(dots: .braille, unicodeText: true)
  /// One that has blocks and no Braille.
  public static let halfBlock = Glyphs(dots: .halfBlock, unicodeText: true)
  /// One that has nothing beyond ASCII.
  public static let ascii = Glyphs(dots: .ascii, unicodeText: false)

  /// The same where there are only so many colours.
  public func shown(at depth: ColourDepth) -> Glyphs {
    var shown = self
    if depth == .mono || depth == .indexed8 { shown.paper = false }
    if depth != .truecolor && depth != .indexed256 { shown.classShapes = true }
    return shown
  }

  /// The same where characters beyond ASCII have no use.
  public var withoutUnicode: Glyphs {
    Glyphs(dots: .ascii, unicodeText: false, paper: paper, classShapes: classShapes)
  }

  /// The same text with another way of drawing dots; what the terminal cannot show stays out.
  public func drawing(_ dots: Dots) -> Glyphs {
    var drawing = Glyphs(
      dots: dots, unicodeText: unicodeText, paper: paper, classShapes: classShapes)
    drawing.dialect = dialect
    return drawing
  }
}

// MARK: - Symbols and the words that stand in for them

extension Glyphs {
  public var squareRoot: String { unicodeText ? "√" : "sqrt" }
  public var squared: String { unicodeText ? "²" : "^2" }
  public var minus: String { unicodeText ? "−" : "-" }
  public var times: String { unicodeText ? "·" : "*" }
  public var plusMinus: String { unicodeText ? "±" : "+-" }
  public var to: String { unicodeText ? "→" : "->" }
  public var from: String { unicodeText ? "←" : "<-" }

  /// What stands for the rest of a text that was cut.
  public var ellipsis: Unicode.Scalar { unicodeText ? "…" : "~" }
  /// A control point, a slider's knob.
  public var knob: Unicode.Scalar { unicodeText ? "●" : "O" }
  /// An empty place beside filled ones.
  public var ring: Unicode.Scalar { unicodeText ? "○" : "o" }
  /// What is crossed out or closed.
  public var cross: Unicode.Scalar { unicodeText ? "×" : "x" }
  /// Points at what is selected.
  public var marker: Unicode.Scalar { unicodeText ? "▸" : ">" }
  /// What is done or chosen.
  public var check: Unicode.Scalar { unicodeText ? "✓" : "+" }

  /// Shapes that tell classes apart where colour cannot, again from the first after the last.
  public func marker(ofLabel index: Int) -> Unicode.Scalar {
    let markers: [Unicode.Scalar] = ["o", "x", "+", "*", "#", "@", "%", "&"]
    return markers[((index % markers.count) + markers.count) % markers.count]
  }

  /// The arrow nearest to a direction in the plane, `y` upwards; nothing for no direction.
  public func arrow(x: Double, y: Double) -> Unicode.Scalar? {
    guard x.isFinite, y.isFinite, x != 0 || y != 0 else { return nil }
    let eighths = Int((atan2(y, x) / (.pi / 4)).rounded())
    return arrows[(eighths + 8) % 8]
  }

  /// From the right, anticlockwise.
  private var arrows: [Unicode.Scalar] {
    unicodeText
      ? ["→", "↗", "↑", "↖", "←", "↙", "↓", "↘"] : [">", "/", "^", "\\", "<", "/", "v", "\\"]
  }
}
