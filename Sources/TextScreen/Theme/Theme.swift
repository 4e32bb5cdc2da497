/// What each ink looks like.
///
/// A theme never paints the background: `plain` paper stays the terminal's own.
public struct Theme: Sendable, Hashable, CustomStringConvertible {
  /// The name to choose it by.
  public let id: String
  /// What it is for, in a few words.
  public let summary: String
  /// The terminal's own colours where a picture is drawn and there is no terminal to have any.
  public let pictureInk: RGB
  /// The same for the background.
  public let picturePaper: RGB
  /// By raw value of the ink; nothing means the terminal's own colour.
  private var colours: [RGB?]
  /// The steps of density in the colours of cividis; none in a theme without colours.
  private let cividis: [RGB]
  private let emphasis: [Attributes]

  /// Its name.
  public var description: String { id }

  /// The themes of the kit.
  public static let allCases = [dark, light, highContrast, mono]

  /// The theme of the kit with this id.
  public init?(named id: String) {
    guard let theme = Self.allCases.first(where: { $0.id == id }) else { return nil }
    self = theme
  }

  init(id: String, summary: String, palette: Palette, emphasis: [Ink: Attributes] = [:]) {
    self.id = id
    self.summary = summary
    pictureInk = RGB(palette.ink)
    picturePaper = RGB(palette.paper)
    let mayPaint = palette.paints
    colours = (0..<Ink.count).map { number in
      let ink = Ink(rawValue: UInt8(number))
      return ink.paint.map { mayPaint ? $0 : nil } ?? palette.colour(of: ink)
    }
    cividis = palette.cividis.map { RGB($0) }
    Self.addReadableText(to: &colours)
    self.emphasis = (0..<Ink.count).map { emphasis[Ink(rawValue: UInt8($0))] ?? [] }
  }

  /// Black or white for text on every step of density, whichever stands out more.
  private static func addReadableText(to colours: inout [RGB?]) {
    for step in 0..<Ink.densitySteps {
      guard let ground = colours[Int(Ink.density(step).rawValue)] else { continue }
      let (black, white) = (RGB(0), RGB(0xFFFFFF))
      colours[Int(Ink.text(onDensity: step).rawValue)] =
        ground.contrast(with: black) >= ground.contrast(with: white) ? black : white
    }
  }

  /// The colour of an ink; nothing where the terminal's own is meant.
  public func colour(of ink: Ink) -> RGB? {
    Int(ink.rawValue) < colours.count ? colours[Int(ink.rawValue)] : nil
  }

  /// The theme with density in another ramp.
  public func with(_ ramp: DensityRamp) -> Theme {
    guard ramp == .cividis else { return self }
    var theme = self
    for (step, colour) in cividis.enumerated() {
      theme.colours[Int(Ink.density(step).rawValue)] = colour
    }
    Self.addReadableText(to: &theme.colours)
    return theme
  }

  /// The theme to draw with where there are only so many colours.
  public func shown(at depth: ColourDepth) -> Theme { depth == .mono ? .mono : self }

  /// What a terminal can show in this theme: without colours no two of them meet in a cell.
  public func shown(_ glyphs: Glyphs) -> Glyphs {
    var shown = glyphs
    if id == Self.mono.id { shown.paper = false }
    return shown
  }

  /// Emphasis that an ink brings by itself, where colour cannot tell.
  public func emphasis(of ink: Ink) -> Attributes {
    Int(ink.rawValue) < emphasis.count ? emphasis[Int(ink.rawValue)] : []
  }
}

extension Theme {
  /// The background the theme is meant for, for pictures that have to bring their own.
  public var usualBackground: RGB {
    id == Theme.light.id ? RGB(0xFFFFFF) : RGB(0x16181D)
  }
}
