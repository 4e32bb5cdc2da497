/// Where everything is on a screen of a given size; drawing and the mouse agree by asking here.
public struct ScreenLayout: Sendable, Equatable {
  /// How much of the screen there is to use.
  public enum Tier: Sendable, Equatable {
    /// All panels at once.
    case full
    /// The plane and one panel at a time.
    case compact
    /// The plane alone.
    case plane
    /// Only a line that says what is needed.
    case tooSmall
  }

  public static let smallest = Size(columns: 40, rows: 12)

  public let tier: Tier
  public private(set) var header = Rect.zero
  public private(set) var plane = Rect.zero
  /// The panels that are seen, with their frames.
  public private(set) var panels: [(id: PanelID, rect: Rect)] = []
  public private(set) var timeline = Rect.zero
  public private(set) var footer = Rect.zero

  /// - Parameter focus: the panel beside the plane that a compact screen shows.
  public init(size: Size, focus: PanelID) {
    tier = Self.tier(of: size)
    guard tier != .tooSmall else { return }
    var rest = Rect(size)
    header = rest.takeTop(1)
    footer = rest.takeBottom(1)
    timeline = rest.takeBottom(1)
    if tier == .plane {
      plane = rest
      return
    }
    // At least 60 % of the width belongs to the plane.
    let width = min(56, max(30, size.columns * 2 / 5))
    var side = rest.takeRight(min(width, size.columns * 2 / 5))
    plane = rest
    if tier == .compact {
      panels = [(focus == .plane ? .schedule : focus, side)]
    } else {
      let heights = Self.heights(of: side.height)
      panels = zip(PanelID.side, heights).map { ($0, side.takeTop($1)) }
    }
  }

  /// The panel at a cell, the plane included.
  public func panel(atColumn column: Int, row: Int) -> PanelID? {
    if plane.contains(column: column, row: row) { return .plane }
    return panels.first { $0.rect.contains(column: column, row: row) }?.id
  }

  /// The frame of a panel, or nil when it is not seen.
  public func rect(of id: PanelID) -> Rect? {
    id == .plane ? plane : panels.first { $0.id == id }?.rect
  }

  /// Where lists and questions lie: over everything but the first and the last line.
  public static func overlays(on size: Size) -> Rect {
    Rect(size).inset(horizontally: 0, vertically: 1)
  }

  /// The ruler between the words at the ends of the timeline.
  public var ruler: Rect {
    timeline.inset(horizontally: 7, vertically: 0)
  }

  private static func tier(of size: Size) -> Tier {
    if size.columns >= 100 && size.rows >= 30 { return .full }
    if size.columns >= 80 && size.rows >= 24 { return .compact }
    if size.columns >= smallest.columns && size.rows >= smallest.rows { return .plane }
    return .tooSmall
  }

  /// Heights of the four panels: what a tall screen has to spare goes to all of them, and what the
  /// others cannot use to the schedule.
  private static func heights(of total: Int) -> [Int] {
    guard total >= 36 else { return [max(0, total - 19), 6, 7, 6] }
    let share = min(4, (total - 36) / 4)
    return [total - 25 - 3 * share, 8 + share, 8 + share, 9 + share]
  }

  public static func == (one: ScreenLayout, other: ScreenLayout) -> Bool {
    one.tier == other.tier && one.plane == other.plane && one.timeline == other.timeline
      && one.panels.map(\.id) == other.panels.map(\.id)
      && one.panels.map(\.rect) == other.panels.map(\.rect)
  }
}
