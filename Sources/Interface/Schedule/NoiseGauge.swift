import Diffusion
import TextScreen

/// How near the last level of a schedule is to pure noise, as a bar and in words.
struct NoiseGauge: Sendable, Equatable {
  private let end: NoiseEnd
  private let geometry: Schedule.Geometry

  init(_ end: NoiseEnd, on schedule: Schedule) {
    self.end = end
    geometry = schedule.geometry
  }

  var verdict: NoiseEnd.Verdict { end.verdict }

  /// What the last level is, in several lengths, longest first.
  func words(_ glyphs: Glyphs) -> [String] {
    let number = self.number(glyphs)
    switch verdict {
    case .noise: return ["\(number.name) \(number.value) ok", "\(number.value) ok"]
    case .nearlyNoise, .notYetNoise:
      return full(glyphs) + brief(glyphs)
    }
  }

  var style: Style {
    switch verdict {
    case .noise: .good
    case .nearlyNoise: .warning
    case .notYetNoise: .danger
    }
  }

  /// The number that the level is known by says it where the data is of unit size; elsewhere data
  /// against noise does.
  private func full(_ glyphs: Glyphs) -> [String] {
    let number = self.number(glyphs)
    let word = verdict == .nearlyNoise ? "nearly noise" : "not yet noise"
    let whole = "\(word): \(number.name) ends at \(number.value)"
    if NoiseEnd.Verdict(ofUnitData: end.level) == verdict { return [whole] }
    let ratio = "data:noise \(Text.short(end.ratio))"
    return ["\(word): \(number.name) \(number.value), \(ratio)", "\(word): \(ratio)"]
  }

  private func brief(_ glyphs: Glyphs) -> [String] {
    let number = self.number(glyphs)
    let word = verdict == .nearlyNoise ? "nearly noise" : "not noise"
    return ["\(word): \(number.name) \(number.value)", word]
  }

  private func number(_ glyphs: Glyphs) -> (name: String, value: String) {
    switch geometry {
    case .variancePreserving: (glyphs.alphaBar, Self.text(end.level.alphaBar))
    case .straightLine: (glyphs.alpha, Self.text(end.level.alpha))
    case .varianceExploding: (glyphs.sigma, Self.text(end.level.sigma))
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
    let filled = end.share * Double(bar.width)
    // Only what is noise enough fills the bar to its end.
    let last = bar.x + Int(filled.rounded(verdict == .noise ? .toNearestOrAwayFromZero : .down))
    for column in bar.columns {
      surface[column, rect.y] =
        column < last ? Cell(glyphs.heavyLine, style) : Cell(glyphs.box.horizontal, .ghost)
    }
  }
}

extension NoiseEnd {
  /// What is wrong with the start, in a few words.
  var hint: String {
    let whose = label.map { "the label \($0)" } ?? "the data"
    return "not yet noise at the end: much of \(whose) is left there, and samples start wrong"
  }
}

extension Glyphs {
  /// The filled part of a quiet bar; a plain line is the rest.
  fileprivate var heavyLine: Unicode.Scalar { unicodeText ? "━" : "=" }
}
