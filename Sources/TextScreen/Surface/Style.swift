/// How a cell is emphasized besides its colour.
public struct Attributes: OptionSet, Sendable, Hashable {
  /// One bit for each attribute.
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let italic = Attributes(rawValue: 4)
  public static let underline = Attributes(rawValue: 8)
  public static let reverse = Attributes(rawValue: 16)
}

/// The look of a run of text: ink on paper, with emphasis.
public struct Style: Sendable, Hashable {
  /// The colour of the letters.
  public var ink: Ink
  /// The colour behind them; `plain` is the terminal's own.
  public var paper: Ink
  /// What the letters are besides coloured.
  public var attributes: Attributes

  public init(_ ink: Ink = .plain, on paper: Ink = .plain, _ attributes: Attributes = []) {
    self.ink = ink
    self.paper = paper
    self.attributes = attributes
  }

  /// As the terminal writes.
  public static let plain = Style()
  public static let dim = Style(.dim)
  public static let bold = Style(.plain, .bold)
  public static let border = Style(.border)
  public static let title = Style(.title, .bold)
  public static let accent = Style(.accent)
  public static let value = Style(.value)
  public static let warning = Style(.warning)
  public static let danger = Style(.danger, .bold)
  public static let good = Style(.good)
  public static let curve = Style(.curve)
  public static let ghost = Style(.ghost)
  /// What is selected; legible in every theme and without colour.
  public static let selected = Style(.plain, .reverse)

  private init(_ ink: Ink, _ attributes: Attributes) {
    self.init(ink, on: .plain, attributes)
  }

  /// The same style with further emphasis.
  public func with(_ attributes: Attributes) -> Style {
    Style(ink, on: paper, self.attributes.union(attributes))
  }
}
