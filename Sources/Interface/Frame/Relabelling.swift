import Diffusion

/// Words and formulas that are written for DDPM, in another notation: what lessons, legends, lists and the
/// help say.
///
/// Everything is a name for the same number, so that formulas stay true. Names are found as whole
/// words, the longest first, all at once: what is put in is not looked at again.
struct Relabelling {
  let notation: Notation
  private let table: [(name: String, here: String)]

  init(_ notation: Notation) {
    self.notation = notation
    table = Self.table(notation).sorted { $0.name.count > $1.name.count }
  }

  private static func table(_ notation: Notation) -> [(name: String, here: String)] {
    switch notation {
    case .ddpm: []
    case .edm:
      [
        ("x_t-1", "x_i+1"), ("x_t-k", "x_i+k"), ("x_t", "x"), ("x_0", "y"), ("x0", "y"),
        ("x_T", "x_0"), ("x_1", "x_N-1"), ("xₜ₋₁", "xᵢ₊₁"), ("xₜ", "x"), ("x₀", "y"),
        ("x̂₀", "ŷ"), ("x₁", "xₙ₋₁"), ("ε", "n"), ("ε̂", "n̂"), ("epsilon", "n"), ("ᾱₜ", "s²"),
        ("ᾱ", "s²"), ("alpha-bar", "s^2"), ("αₜ₋₁", "sᵢ₊₁"), ("αₜ", "s"), ("α", "s"),
        ("alpha", "s"), ("σ²ₜ₋₁", "s²σ²ᵢ₊₁"), ("σ²ₜ", "s²σ²"), ("σₜ²", "s²σ²"), ("σ²", "s²σ²"),
        ("σₜ", "sσ"), ("σ", "sσ"), ("sigma", "s sigma"), ("sigma / alpha", "sigma"),
        ("0 is data, 1 is noise", "0 is data, 1 is noise; the header tells its sigma"),
      ] + variances
    case .flowMatching:
      [
        ("x_t-1", "x_t+h"), ("x_t-k", "x_t+kh"), ("x_0", "x_1"), ("x0", "x1"), ("x_T", "x_0"),
        ("x_1", "x_1-h"), ("xₜ₋₁", "xₜ₊ₕ"), ("x₀", "x₁"), ("x̂₀", "x̂₁"), ("x₁", "x₁₋ₕ"),
        ("ε", "x₀"), ("ε̂", "x̂₀"), ("epsilon", "x_0"), ("ᾱₜ", "αₜ²"), ("ᾱ", "α²"),
        ("alpha-bar", "alpha^2"), ("αₜ₋₁", "αₜ₊ₕ"), ("σ²ₜ₋₁", "β²ₜ₊ₕ"), ("σₜ₋₁", "βₜ₊ₕ"),
        ("σₜ", "βₜ"), ("σ", "β"), ("sigma", "beta"), ("βₜ", "bₜ"), ("β", "b"), ("β̃ₜ", "b̃ₜ"),
        ("β̃", "b̃"), ("0 is data, 1 is noise", "0 is noise, 1 is data"),
      ] + variances
    }
  }

  /// The variances of noising steps, which have no name of their own in the other notations; in formulas
  /// of flow matching, whose beta is another one, they are b.
  private static let variances = [
    ("beta", "DDPM's beta"), ("betas", "DDPM's betas"), ("beta-tilde", "DDPM's beta-tilde"),
  ].map { (name: $0.0, here: $0.1) }

  func callAsFunction(_ text: String) -> String {
    if table.isEmpty { return text }
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      // Within a word nothing begins, but a letter of Greek always stands for itself.
      let mayBegin = !first.isASCII || result.last.map { !$0.isPartOfWord } ?? true
      if mayBegin, let entry = table.first(where: { starts(rest, with: $0.name) }) {
        result += entry.here
        rest = rest.dropFirst(entry.name.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// Whether a text begins with a name and the name ends there.
  private func starts(_ text: Substring, with name: String) -> Bool {
    guard text.hasPrefix(name) else { return false }
    guard let last = name.last, last.isASCII, let next = text.dropFirst(name.count).first else {
      return true
    }
    return !next.isPartOfWord
  }
}

extension AppState {
  /// The notation of the screen: DDPM's where the method has no levels of noise to be named.
  var notation: Notation { words.hasLevels ? experiment.notation ?? .ddpm : .ddpm }

  /// What is written for DDPM, in the notation of the screen.
  var relabelling: Relabelling { Relabelling(notation) }
}

extension Character {
  fileprivate var isPartOfWord: Bool {
    isASCII && (isLetter || isNumber || self == "_" || self == "-")
  }
}
