import Testing

@testable import TextScreen

@Suite("Themes")
struct ThemeTests {
  static let coloured: [Theme] = [Theme.dark, .light, .highContrast].flatMap { theme in
    DensityRamp.allCases.map { theme.with($0) }
  }

  private func steps(_ theme: Theme) -> [[RGB]] {
    [
      (0..<Ink.densitySteps).compactMap { theme.colour(of: .density($0)) },
      (0..<Ink.strengthSteps).compactMap { theme.colour(of: .strength($0)) },
    ]
  }

  @Test("Ramps keep their order of luminance, also among 256 colours", arguments: coloured)
  func ramps(of theme: Theme) {
    let ramps = steps(theme)
    #expect(ramps.map(\.count) == [Ink.densitySteps, Ink.strengthSteps])
    let direction = theme.picturePaper.luminance < 0.5 ? 1.0 : -1.0
    for ramp in ramps {
      let indexed = ramp.compactMap { ColourDepth.indexed256.index(of: $0) }
      #expect(Set(indexed).count == ramp.count, "distinct: \(indexed)")
      for colours in [ramp, indexed.map { ColourDepth.colour(ofIndex: $0) }] {
        for (lower, upper) in zip(colours, colours.dropFirst()) {
          #expect(direction * (upper.luminance - lower.luminance) > 0.005, "\(lower) \(upper)")
        }
      }
    }
  }

  @Test("Cycles of colours stay distinct among 256", arguments: coloured)
  func cycles(of theme: Theme) {
    for cycle in [
      (0..<Ink.labelCount).map { Ink.label($0) }, (0..<Ink.trailCount).map { Ink.trail($0) },
    ] {
      let indexed = cycle.compactMap { theme.colour(of: $0) }
        .compactMap { ColourDepth.indexed256.index(of: $0) }
      #expect(Set(indexed).count == cycle.count, "\(indexed)")
    }
    #expect(Ink.label(-1) == Ink.label(Ink.labelCount - 1) && Ink.label(8) == Ink.label(0))
  }

  @Test("Everything can be told from the background", arguments: coloured)
  func contrast(of theme: Theme) {
    // Paints of pictures are what they are, on any ground.
    for ink in (0..<Ink.firstPaint).map({ Ink(rawValue: UInt8($0)) }) {
      let stands = (0..<Ink.densitySteps).contains { ink == .text(onDensity: $0) }
      guard !stands, let colour = theme.colour(of: ink) else { continue }
      let atLeast = [.accent, .warning, .danger, .good, .curve].contains(ink) ? 4.5 : 1.8
      #expect(colour.contrast(with: theme.picturePaper) >= atLeast, "\(ink)")
    }
  }

  @Test("Text on every shade can be read", arguments: coloured)
  func textOnShades(of theme: Theme) throws {
    for step in 0..<Ink.densitySteps {
      let text = try #require(theme.colour(of: .text(onDensity: step)))
      let ground = try #require(theme.colour(of: .density(step)))
      #expect(text.contrast(with: ground) >= 4.5, "\(step)")
    }
  }

  @Test("The sparsest dots of the light theme are not pale")
  func sparseDots() throws {
    let sparse = try #require(Theme.light.colour(of: .density(0)))
    #expect(sparse.contrast(with: Theme.light.picturePaper) >= 2.9)
  }

  @Test func noThemePaintsThePlainBackground() {
    for theme in Theme.allCases { #expect(theme.colour(of: .plain) == nil) }
  }

  @Test func monoHasEmphasisInsteadOfColour() {
    for raw in 0..<Ink.count {
      #expect(Theme.mono.colour(of: Ink(rawValue: UInt8(raw))) == nil)
      #expect(Theme.mono.emphasis(of: Ink(rawValue: UInt8(raw))) != .dim, "never dim alone")
    }
    #expect(Theme.mono.emphasis(of: .danger) != Theme.mono.emphasis(of: .plain))
  }

  @Test func themesAreFoundByName() {
    for theme in Theme.allCases { #expect(Theme(named: theme.id) == theme) }
    #expect(Theme(named: "solarized") == nil)
  }
}
