/// How many colours a terminal has, best first: a ladder, like `Glyphs`.
public enum ColourDepth: String, Sendable, Hashable, CaseIterable {
  case truecolor
  case indexed256 = "256"
  case indexed16 = "16"
  case indexed8 = "8"
  case mono

  /// The terminal's number for the colour nearest to `colour`; nothing where its own foreground
  /// is nearest, and at the two ends of the ladder, which have no numbers.
  public func index(of colour: RGB) -> UInt8? {
    switch self {
    case .truecolor, .mono: nil
    case .indexed256: Self.xterm256(colour)
    case .indexed16: Self.basic(colour, hues: 9...14, grey: 8)
    case .indexed8: Self.basic(colour, hues: 1...6, grey: nil)
    }
  }
}

// MARK: - 256 colours

extension ColourDepth {
  /// What a number of the xterm palette looks like; the first sixteen as xterm has them.
  public static func colour(ofIndex index: UInt8) -> RGB {
    switch index {
    case ..<16:
      return RGB(basicColours[Int(index)])
    case 232...:
      let grey = 8 + 10 * (index - 232)
      return RGB(red: grey, green: grey, blue: grey)
    default:
      let cube = index - 16
      let (red, green, blue) = (cubeLevels[Int(cube / 36)], cube / 6 % 6, cube % 6)
      return RGB(red: red, green: cubeLevels[Int(green)], blue: cubeLevels[Int(blue)])
    }
  }

  /// The nearer of the best cube colour and the best grey. The first sixteen are left alone,
  /// because people redefine them.
  private static func xterm256(_ colour: RGB) -> UInt8 {
    let cube = 16 + 36 * level(colour.red) + 6 * level(colour.green) + level(colour.blue)
    let mean = (Int(colour.red) + Int(colour.green) + Int(colour.blue)) / 3
    let grey = UInt8(232 + min(max(0, (mean - 3) / 10), 23))
    let toCube = self.colour(ofIndex: cube).distance(to: colour)
    let toGrey = self.colour(ofIndex: grey).distance(to: colour)
    return toGrey < toCube ? grey : cube
  }

  private static let cubeLevels: [UInt8] = [0, 95, 135, 175, 215, 255]

  private static func level(_ channel: UInt8) -> UInt8 {
    switch channel {
    case ..<48: 0
    case ..<115: 1
    default: (channel - 35) / 40
    }
  }
}

// MARK: - 16 and 8 colours

extension ColourDepth {
  /// The nearest of six hues. Black and white are never picked, since one of them is the
  /// background; a neutral colour is the grey if there is one and it is a middle one, else the
  /// terminal's own foreground.
  private static func basic(_ colour: RGB, hues: ClosedRange<UInt8>, grey: UInt8?) -> UInt8? {
    let channels = [colour.red, colour.green, colour.blue]
    let chroma = (channels.max() ?? 0) - (channels.min() ?? 0)
    if chroma < 24 {
      return (0.05...0.4).contains(colour.luminance) ? grey : nil
    }
    return hues.min {
      self.colour(ofIndex: $0).distance(to: colour) < self.colour(ofIndex: $1).distance(to: colour)
    }
  }

  private static let basicColours: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
}
