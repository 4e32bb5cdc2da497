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
  /// the letter before it. Letters that the terminal has not are spelled, as `U+6771`; what it would
  /// obey instead of showing is a `?`.
  func letters(of text: String) -> [Letter] {
    if plainColumns(of: text) != nil { return text.unicodeScalars.map { Letter(scalar: $0) } }
    var letters: [Letter] = []
    for scalar in Self.composed(text).unicodeScalars {
      switch scalar.width {
      case _ where scalar == "\n" || scalar == "\r" || scalar == "\t":
        letters.append(Letter(scalar: " "))
      case .one where unicodeText || scalar.isASCII: letters.append(Letter(scalar: scalar))
      case .two where unicodeText: letters.append(Letter(scalar: scalar, columns: 2))
      case .mark where unicodeText && letters.last.map { $0.scalar != " " } == true:
        if letters[letters.count - 1].marks.count < Letter.mostMarks {
          letters[letters.count - 1].marks.append(scalar)
        }
      case .nothing: continue
      default: letters += scalar.spelled.map { Letter(scalar: $0) }
      }
    }
    return letters
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

extension Unicode.Scalar {
  /// The scalar in ASCII: a letter without its accents, the letter of a flag, or its number.
  fileprivate var spelled: [Unicode.Scalar] {
    if (0x1F1E6...0x1F1FF).contains(value) {
      return [Unicode.Scalar(0x41 + value - 0x1F1E6) ?? "?"]
    }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator,
      .paragraphSeparator:
      return ["?"]
    case .spaceSeparator: return [" "]
    default: break
    }
    let plain = String(self).decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
    if !plain.isEmpty, plain.allSatisfy({ (0x20...0x7E).contains($0.value) }) {
      return Array(plain)
    }
    let digits = String(value, radix: 16, uppercase: true)
    return Array(
      ("U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
        .unicodeScalars)
  }
}
