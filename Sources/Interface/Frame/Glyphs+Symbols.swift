import TextScreen

/// The letters of the formulas of diffusion, and the words that stand in for them.
extension Glyphs {
  var alpha: String { unicodeText ? "α" : "alpha" }
  var alphaBar: String { unicodeText ? "\u{1FB1}" : "alpha-bar" }
  var beta: String { unicodeText ? "β" : "beta" }
  var epsilon: String { unicodeText ? "ε" : "eps" }
  var eta: String { unicodeText ? "η" : "eta" }
  var sigma: String { unicodeText ? "σ" : "sigma" }
}
