/// A colour by its meaning. A `Theme` decides what it looks like, so panels never name colours.
///
/// `plain` is the terminal's own foreground (as ink) or background (as paper).
public struct Ink: RawRepresentable, Sendable, Hashable {
  /// Its place among the colours of a theme.
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The terminal's own colour.
  public static let plain = Ink(rawValue: 0)
  /// Words that name what stands beside them.
  public static let dim = Ink(rawValue: 1)
  /// Frames and axes.
  public static let border = Ink(rawValue: 2)
  /// Titles of frames and headings.
  public static let title = Ink(rawValue: 3)
  /// What has the focus, and keys to press.
  public static let accent = Ink(rawValue: 4)
  /// Numbers that are looked for.
  public static let value = Ink(rawValue: 5)
  /// What should be noticed.
  public static let warning = Ink(rawValue: 6)
  /// What is wrong.
  public static let danger = Ink(rawValue: 7)
  /// What is as it should be.
  public static let good = Ink(rawValue: 8)
  /// Where the hand is.
  public static let cursor = Ink(rawValue: 9)
  /// What goes onwards, such as time.
  public static let forward = Ink(rawValue: 10)
  /// What goes back.
  public static let reverse = Ink(rawValue: 11)
  /// The curve of a plot.
  public static let curve = Ink(rawValue: 12)
  /// What was, or what could be: a second curve behind the first.
  public static let ghost = Ink(rawValue: 13)

  /// Inks lie below this number, so that a theme is a small table.
  public static let count = firstPaint + paintLevels * paintLevels * paintLevels

  /// Inks whose colour is a meaning lie below this one; above are paints.
  static let firstPaint = 64
}

// MARK: - Paints

extension Ink {
  /// How many levels of each of red, green and blue there are.
  static let paintLevels = 5

  /// A colour by itself, for pictures: the same in every theme that has colours. Channels are from 0
  /// to 1, and black is the terminal's own ground.
  public static func paint(red: Double, green: Double, blue: Double) -> Ink {
    let levels = [red, green, blue].map { channel in
      Int((min(max(0, channel.isNaN ? 0 : channel), 1) * Double(paintLevels - 1)).rounded())
    }
    return Ink(
      rawValue: UInt8(firstPaint + (levels[0] * paintLevels + levels[1]) * paintLevels + levels[2]))
  }

  /// The colour of a paint; nil for inks that a theme decides about.
  var paint: RGB? {
    let number = Int(rawValue) - Self.firstPaint
    guard number >= 0, Int(rawValue) < Self.count else { return nil }
    let side = Self.paintLevels
    let channel = { (level: Int) in UInt8(255 * level / (side - 1)) }
    return RGB(
      red: channel(number / (side * side)), green: channel(number / side % side),
      blue: channel(number % side))
  }
}

// MARK: - Ramps and cycles

extension Ink {
  /// Steps of `density(_:)`.
  public static let densitySteps = 8
  /// Steps of `strength(_:)`.
  public static let strengthSteps = 6
  /// Colours of `label(_:)`.
  public static let labelCount = 8
  /// Colours of `trail(_:)`.
  public static let trailCount = 8

  private static let firstDensity = 16
  private static let firstStrength = 24
  private static let firstLabel = 32
  private static let firstTrail = 40
  private static let firstText = 48

  /// Sparse (0) to crowded (7), a perceptual ramp; other steps are held at the ends.
  public static func density(_ step: Int) -> Ink {
    Ink(rawValue: UInt8(firstDensity + min(max(0, step), densitySteps - 1)))
  }

  /// The ramp at a share of 0...1; NaN is the sparse end.
  public static func density(share: Double) -> Ink {
    density(Int((share.isNaN ? 0 : min(max(0, share), 1)) * Double(densitySteps - 1) + 0.5))
  }

  /// Text that can be read on a step of the density ramp.
  public static func text(onDensity step: Int) -> Ink {
    Ink(rawValue: UInt8(firstText + min(max(0, step), densitySteps - 1)))
  }

  /// Weak (0) to strong (5), as of arrows; other steps are held at the ends.
  public static func strength(_ step: Int) -> Ink {
    Ink(rawValue: UInt8(firstStrength + min(max(0, step), strengthSteps - 1)))
  }

  /// The colour of a class, from the eight of Okabe and Ito, again from the first after the last.
  public static func label(_ index: Int) -> Ink {
    Ink(rawValue: UInt8(firstLabel + cyclic(index, labelCount)))
  }

  /// The colour of a path through the plane, again from the first after the last.
  public static func trail(_ index: Int) -> Ink {
    Ink(rawValue: UInt8(firstTrail + cyclic(index, trailCount)))
  }

  /// The step of the density ramp this ink is, if it is one.
  public var densityStep: Int? {
    let step = Int(rawValue) - Self.firstDensity
    return (0..<Self.densitySteps).contains(step) ? step : nil
  }

  /// Which class of the cycle this ink is, if it is one of theirs.
  public var labelIndex: Int? {
    let index = Int(rawValue) - Self.firstLabel
    return (0..<Self.labelCount).contains(index) ? index : nil
  }

  private static func cyclic(_ index: Int, _ count: Int) -> Int {
    let rest = index % count
    return rest < 0 ? rest + count : rest
  }
}
