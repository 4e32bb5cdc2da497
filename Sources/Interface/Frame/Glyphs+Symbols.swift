import Diffusion
import TextScreen

/// The letters of the formulas of diffusion in the notation of the picture, and the words that stand in
/// for them.
extension Glyphs {
  /// The notation that the picture is drawn in.
  var notation: Notation {
    get { Notation.allCases.indices.contains(dialect) ? Notation.allCases[dialect] : .ddpm }
    set { dialect = Notation.allCases.firstIndex(of: newValue) ?? 0 }
  }

  /// All letters, in a notation.
  static func all(in notation: Notation?) -> Glyphs {
    var glyphs = Glyphs.braille
    glyphs.notation = notation ?? .ddpm
    return glyphs
  }

  /// What the clean point is multiplied by.
  var alpha: String { notation == .edm ? "s" : greekAlpha }

  /// The standard deviation of the noise in x.
  var sigma: String {
    switch notation {
    case .ddpm: greekSigma
    case .edm: "s\(greekSigma)"
    case .flowMatching: greekBeta
    }
  }

  /// The deviation of the noise where the clean point counts once, in words.
  var relativeSigma: String { notation == .flowMatching ? "beta / alpha" : "sigma" }

  /// The square of alpha.
  var alphaBar: String {
    switch notation {
    case .ddpm: unicodeText ? "\u{1FB1}" : "alpha-bar"
    case .edm: "s\(squared)"
    case .flowMatching: "\(greekAlpha)\(squared)"
    }
  }

  /// The variance of a noising step.
  var beta: String { notation == .ddpm ? greekBeta : "DDPM's \(greekBeta)" }

  /// The standard-normal noise.
  var epsilon: String {
    switch notation {
    case .ddpm: unicodeText ? "ε" : "eps"
    case .edm: "n"
    case .flowMatching: "x_0"
    }
  }

  var eta: String { unicodeText ? "η" : "eta" }

  /// A point of the run.
  var noisy: String { notation == .edm ? "x" : "x_t" }

  /// The clean point.
  var clean: String {
    switch notation {
    case .ddpm: "x_0"
    case .edm: "y"
    case .flowMatching: "x_1"
    }
  }

  /// The same where there is no room for the dash.
  var end: String { clean.filter { $0 != "_" } }

  /// A point of the run so many levels on, the way a run goes.
  func next(_ stride: Int, _ direction: Direction) -> String {
    switch (notation, direction) {
    case (.ddpm, .forward): "x_t+\(stride)"
    case (.ddpm, .reverse): "x_t-\(stride)"
    // Steps are counted from the noise.
    case (.edm, .forward): "x_i-1"
    case (.edm, .reverse): "x_i+1"
    case (.flowMatching, .forward): "x_t-h"
    case (.flowMatching, .reverse): "x_t+h"
    }
  }

  /// The velocity dx/dt, the way time is counted.
  var velocity: String { notation == .flowMatching ? "u" : "v" }

  /// The name and the number of a level's time.
  ///
  /// - Parameters:
  ///   - time: from 0 (data) to 1 (noise).
  ///   - width: of a number of 0 to 1; one without end may have any.
  func time(
    _ time: Double, _ level: NoiseLevel, decimals: Int = 3, width: Int = 5
  ) -> (name: String, number: String) {
    switch notation {
    case .ddpm, .flowMatching:
      ("t", Text.fixed(notation.time(time), decimals: decimals, width: width))
    case .edm: (greekSigma, Text.padded(Text.short(level.relativeSigma), to: width))
    }
  }

  private var greekAlpha: String { unicodeText ? "α" : "alpha" }
  private var greekBeta: String { unicodeText ? "β" : "beta" }
  private var greekSigma: String { unicodeText ? "σ" : "sigma" }
}
