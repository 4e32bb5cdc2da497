import Foundation

/// A letter as cells hold it: one scalar, one or two columns wide, and the marks on it.
struct Letter: Sendable, Equatable {
  let scalar: Unicode.Scalar
  var marks: [Unicode.Scalar] = []
  var columns = 1

  /// The most marks on a letter: what a cell of ncurses holds.
  static let mostMarks = 4
}

extension Glyphs {
  /// The letters of a line of text, in the order in which they stand.
  ///
  /// What is more than one scalar and has one that says the same becomes that one. A mark goes to
  /// the letter before it. Letters that the terminal has not are spelled, as `sigma^2` or `U+6771`; what
  /// it would obey instead of showing is a `?`.
  func letters(of text: String) -> [Letter] {
    if plainColumns(of: text) != nil { return text.unicodeScalars.map { Letter(scalar: $0) } }
    let composed = Self.composed(text)
    guard unicodeText else { return Spelling.inASCII(composed).map { Letter(scalar: $0) } }
    var letters: [Letter] = []
    for scalar in composed.unicodeScalars {
      switch scalar.width {
      case _ where scalar == "\n" || scalar == "\r" || scalar == "\t":
        letters.append(Letter(scalar: " "))
      case .one: letters.append(Letter(scalar: scalar))
      case .two: letters.append(Letter(scalar: scalar, columns: 2))
      case .mark where letters.last.map { $0.scalar != " " } == true:
        if letters[letters.count - 1].marks.count < Letter.mostMarks {
          letters[letters.count - 1].marks.append(scalar)
        }
      case .nothing: continue
      default: letters += Spelling.plain(scalar).unicodeScalars.map { Letter(scalar: $0) }
      }
    }
    return letters
  }

  /// The text as its letters are shown: the same where the terminal has them, else in ASCII. Where
  /// lines are made of it, they are as long as they look.
  public func spelled(_ text: String) -> String {
    guard !unicodeText, plainColumns(of: text) == nil else { return text }
    return String(String.UnicodeScalarView(letters(of: text).map(\.scalar)))
  }

  /// How many columns a text takes of which every scalar is a letter as it stands, one column wide;
  /// nil for any other. Nearly all that a screen says is, at every frame.
  func plainColumns(of text: String) -> Int? {
    var columns = 0
    for scalar in text.unicodeScalars {
      guard isPlain(scalar) else { return nil }
      columns += 1
    }
    return columns
  }

  /// Whether a scalar is known to be a letter of one column, whatever stands beside it: ASCII, Latin,
  /// Greek and the signs, arrows, lines and dots that the screen is made of.
  @inline(__always)
  private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: true
    case 0xA0..<0xAD, 0xAE..<0x300, 0x391...0x3A1, 0x3A3...0x3A9, 0x3B1...0x3C9, 0x1FB1,
      0x2010...0x2027, 0x2190...0x22FF, 0x2500...0x25FC, 0x2800...0x28FF:
      unicodeText
    default: false
    }
  }

  /// A letter and its accent may arrive as two scalars; as one they fit one cell. Before the first
  /// accent of Unicode there is nothing to put together, nor among plain Greek letters, arrows,
  /// signs and lines; alpha with its bar is one scalar already.
  private static func composed(_ text: String) -> String {
    let isComposed = text.unicodeScalars.allSatisfy {
      switch $0.value {
      case ..<0x300, 0x391...0x3A9, 0x3B1...0x3C9, 0x1FB1, 0x2190...0x28FF: true
      default: false
      }
    }
    return isComposed ? text : text.precomposedStringWithCanonicalMapping
  }
}
