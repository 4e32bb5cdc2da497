import Foundation

/// Letters and signs in ASCII, for terminals that have nothing else: Greek letters by their names,
/// what is set low or high behind `_` and `^`, letters without their accents, others by number.
enum Spelling {
  /// A text in which letters and accents are put together as far as they can be.
  static func inASCII(_ text: String) -> [Unicode.Scalar] {
    var shown: [Unicode.Scalar] = []
    var isAfterName = false
    var latestMark: Unicode.Scalar?
    for scalar in text.unicodeScalars where scalar.width != .nothing {
      let mark = mark(of: scalar)
      defer { latestMark = mark }
      // Of several that are set low only the first is marked.
      if let mark, mark != latestMark { shown.append(mark) }
      let isLetter = scalar.properties.isAlphabetic && mark == nil
      let isName = words[scalar]?.first?.isLetter == true
      // Names stand apart from letters beside them.
      if isAfterName && isLetter || isName && shown.last?.properties.isAlphabetic == true {
        shown.append(" ")
      }
      isAfterName = isName
      shown += word(for: scalar, isFirst: shown.isEmpty).unicodeScalars
    }
    return shown
  }

  private static func word(for scalar: Unicode.Scalar, isFirst: Bool) -> String {
    if scalar == "\n" || scalar == "\r" || scalar == "\t" { return " " }
    if let word = words[scalar] { return word }
    // An accent that makes no letter with the one before it.
    if scalar.width == .mark && !isFirst { return "" }
    return scalar.isASCII && scalar.width == .one ? String(scalar) : plain(scalar)
  }

  /// A scalar without its accents, the letter of a flag, or its number; `?` for what is no letter.
  static func plain(_ scalar: Unicode.Scalar) -> String {
    let value = scalar.value
    if (0x1F1E6...0x1F1FF).contains(value) {
      return Unicode.Scalar(0x41 + value - 0x1F1E6).map { String($0) } ?? "?"
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator,
      .paragraphSeparator:
      return "?"
    case .spaceSeparator: return " "
    default: break
    }
    let parts = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
    let known = parts.map { words[$0] ?? ((0x20...0x7E).contains($0.value) ? String($0) : "") }
    if !known.isEmpty, known.allSatisfy({ !$0.isEmpty }) { return known.joined() }
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Which mark a letter is set behind: `_` for those at the foot of a line, `^` for those at its head.
  private static func mark(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2080...0x209C, 0x1D62...0x1D6A, 0x2C7C: "_"
    case 0xB2, 0xB3, 0xB9, 0x2070...0x207F, 0x1D2C...0x1D61: "^"
    default: nil
    }
  }

  /// Names of letters, and signs that look alike.
  private static let words: [Unicode.Scalar: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "eps", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi",
    "ο": "o", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon",
    "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta",
    "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
    "\u{1FB1}": "alpha-bar", "\u{302}": "-hat", "\u{303}": "-tilde", "\u{304}": "-bar",
    "√": "sqrt", "∇": "grad", "∫": "int", "∂": "d", "∑": "sum", "∏": "prod", "∞": "inf",
    "∈": "in", "·": "*", "⋅": "*", "×": "x", "±": "+-", "−": "-", "∘": "o", "⊗": "(x)",
    "≈": "~", "∝": "~", "≤": "<=", "≥": ">=", "≠": "!=", "⟨": "<", "⟩": ">", "‖": "||",
    "→": "->", "←": "<-", "↔": "<->", "↑": "^", "↓": "v", "⋯": "...", "…": "...", "′": "'",
    "½": "1/2", "¼": "1/4", "¾": "3/4", "–": "-", "—": "-", "‘": "'", "’": "'", "“": "\"",
    "”": "\"", "•": "*",
  ]
}
