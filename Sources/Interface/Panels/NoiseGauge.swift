import Diffusion

/// How near the last level of a schedule is to pure noise.
///
/// Sampling starts from pure noise, so what is left of the data at the last level is something the
/// start is wrong about. It is measured by the signal-to-noise ratio there, in units of the data's
/// own spread, which for data of unit spread is `alpha-bar / (1 − alpha-bar)`.
struct NoiseGauge: Sendable, Equatable {
  enum Verdict: Sendable, Equatable {
    case noise
    case nearlyNoise
    case notYetNoise

    /// Up to 0.001 (a thirtieth of the amplitude) the data cannot be seen in the noise; DDPM's
    /// linear schedule ends at 0.00004. Up to 0.01 it shows in averages: Stable Diffusion's 0.0047
    /// is known to shift the brightness of its pictures (Lin et al. 2023). From there on a tenth of
    /// the amplitude and more is left.
    init(signalToNoise: Double) {
      self =
        signalToNoise <= 0.001 ? .noise : signalToNoise <= 0.01 ? .nearlyNoise : .notYetNoise
    }
  }

  let verdict: Verdict
  /// The share of noise in the variance of the last level.
  let share: Double
  /// The number people know the last level by.
  private let level: NoiseLevel
  private let geometry: Schedule.Geometry

  /// - Parameter spread: the standard deviation of the data per axis.
  init(_ schedule: Schedule, spread: Double) {
    level = schedule.level(afterSteps: schedule.timesteps)
    geometry = schedule.geometry
    let signal = level.alpha * level.alpha * spread * spread
    let noise = level.sigma * level.sigma
    share = noise / (signal + noise)
    verdict = Verdict(signalToNoise: signal / noise)
  }

  /// What the last level is, in several lengths, longest first.
  func words(_ glyphs: Glyphs) -> [String] {
    let number = self.number(glyphs)
    switch verdict {
    case .noise: return ["\(number.name) \(number.value) ok", "\(number.value) ok"]
    case .nearlyNoise:
      return ["nearly noise: \(number.name) ends at \(number.value)"] + brief(glyphs)
    case .notYetNoise:
      return ["not yet noise: \(number.name) ends at \(number.value)"] + brief(glyphs)
    }
  }

  var style: Style {
    switch verdict {
    case .noise: .good
    case .nearlyNoise: .warning
    case .notYetNoise: .danger
    }
  }

  private func brief(_ glyphs: Glyphs) -> [String] {
    let number = self.number(glyphs)
    let word = verdict == .nearlyNoise ? "nearly noise" : "not noise"
    return ["\(word): \(number.name) \(number.value)", word]
  }

  private func number(_ glyphs: Glyphs) -> (name: String, value: String) {
    switch geometry {
    case .variancePreserving: (glyphs.alphaBar, Self.text(level.alphaBar))
    case .straightLine: (glyphs.alpha, Self.text(level.alpha))
    case .varianceExploding: (glyphs.sigma, Self.text(level.sigma))
    }
  }

  /// Small shares are written out, because they are to be compared at a glance.
  private static func text(_ value: Double) -> String {
    (0.00001..<0.001).contains(value) ? Text.decimal(value, decimals: 5) : Text.short(value)
  }
}

extension NoiseGauge {
  /// Draws the gauge in the first row of `rect`: a name, a bar, and the verdict in words.
  func draw(on surface: inout Surface, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let glyphs = surface.glyphs
    let words = words(glyphs)
    let text = words.first { glyphs.columns(of: $0) <= rect.width } ?? words[words.count - 1]
    var bar = rect
    let width = glyphs.columns(of: text)
    surface.write(text, in: bar.takeRight(width), align: .right, style: style)
    _ = bar.takeRight(1)
    let name = "noise end "
    if bar.width >= name.utf8.count + 6 {
      surface.write(name, in: bar.takeLeft(name.utf8.count), align: .left, style: .dim)
    }
    guard bar.width >= 4 else { return }
    let filled = share * Double(bar.width)
    // Only what is noise enough fills the bar to its end.
    let last = bar.x + Int(filled.rounded(verdict == .noise ? .toNearestOrAwayFromZero : .down))
    for column in bar.columns {
      surface[column, rect.y] =
        column < last ? Cell(glyphs.heavyLine, style) : Cell(glyphs.box.horizontal, .ghost)
    }
  }
}

extension Glyphs {
  /// The filled part of a quiet bar; a plain line is the rest.
  fileprivate var heavyLine: Unicode.Scalar { unicodeText ? "━" : "=" }
}
