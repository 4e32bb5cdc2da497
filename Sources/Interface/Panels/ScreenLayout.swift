import TextScreen

/// Where everything is on a screen of a given size; drawing and the mouse agree by asking here.
public struct ScreenLayout: Sendable, Equatable {
  /// How much of the screen there is to use.
  public enum Tier: Sendable, Equatable {
    /// All panels at once.
    case full
    /// The plane and one panel at a time.
    case compact
    /// The plane or a panel, one at a time.
    case plane
    /// Only a line that says what is needed.
    case tooSmall
  }

  /// A panel and its frame.
  public struct Place: Sendable, Equatable {
    public let panel: Panel
    public let rect: Rect
  }

  public static let smallest = Size(columns: 40, rows: 12)
  /// From here on the plane has a panel beside it; a terminal of 24 rows keeps it where a
  /// multiplexer takes one or two for itself.
  static let compact = Size(columns: 80, rows: 22)

  public let tier: Tier
  public private(set) var header = Rect.zero
  /// The plane of the side in hand.
  public private(set) var plane = Rect.zero
  /// The plane of the other side of a comparison; empty where there is none or no room for it.
  public private(set) var planeBeside = Rect.zero
  /// The numbers of a comparison.
  public private(set) var comparison = Rect.zero
  /// The panels that are seen, with their frames.
  public private(set) var panels: [Place] = []
  /// The page of a lesson; empty where none is open.
  public private(set) var sheet = Rect.zero
  public private(set) var timeline = Rect.zero
  /// The line of training time, where a network is trained.
  public private(set) var trainingTime = Rect.zero
  public private(set) var footer = Rect.zero
  /// How many columns the words at either end of the timeline have.
  private var ends = 7
  /// Whether what has the keys has the room of other panels because it was asked for.
  public let isSolo: Bool
  /// Whether something that tab leads to is out of sight, and escape brings it back.
  public let hidesOthers: Bool

  /// What a state asks to see.
  public init(_ state: AppState) {
    self.init(
      size: state.size, focus: state.focus, comparing: state.isComparing ? state.side : nil,
      hasTrainingTime: state.hasTrainingTime, isSolo: state.view.isSolo,
      hasFilm: state.view.showsFilm, panels: state.sidePanels, lesson: state.lesson,
      isPresented: state.view.audience == .presenter)
    ends = max(ends, state.farEnd.count + 2)
  }

  /// - Parameters:
  ///   - focus: the panel that a compact screen shows beside the plane, and a smaller one in its
  ///     place.
  ///   - comparing: the side in hand, where two are compared.
  ///   - isSolo: whether the panel with the keys has the whole column, or the plane all the room.
  ///   - hasFilm: whether the plane is a film strip, which takes the panels' room too.
  ///   - hasTrainingTime: whether training time has a line.
  ///   - panels: those that can have the keys, the leading one first.
  public init(
    size: Size, focus: Panel, comparing: Side? = nil, hasTrainingTime: Bool = false,
    isSolo: Bool = false, hasFilm: Bool = false,
    panels available: [Panel] = [.schedule, .training, .quality, .inspector]
  ) {
    self.init(
      size: size, focus: focus, comparing: comparing, hasTrainingTime: hasTrainingTime,
      isSolo: isSolo, hasFilm: hasFilm, panels: available, lesson: nil, isPresented: false)
  }

  /// - Parameters:
  ///   - lesson: the lesson that is open, whose sheet lies below.
  ///   - isPresented: whether a class watches: the plane has the room of all that is there to be read,
  ///     and a panel stands beside it only while it has the keys.
  init(
    size: Size, focus: Panel, comparing: Side?, hasTrainingTime: Bool, isSolo: Bool, hasFilm: Bool,
    panels available: [Panel], lesson: LessonState?, isPresented: Bool
  ) {
    tier = Self.tier(of: size)
    // A compact column has one panel in any case.
    self.isSolo = isSolo && (tier == .full || (tier == .compact && focus == .plane))
    hidesOthers = self.isSolo || (tier == .plane && focus != .plane)
    guard tier != .tooSmall else { return }
    var rest = Rect(size)
    header = rest.takeTop(isPresented ? 0 : 1)
    footer = rest.takeBottom(1)
    trainingTime = rest.takeBottom(hasTrainingTime && tier != .plane && !isPresented ? 1 : 0)
    timeline = rest.takeBottom(1)
    if let lesson, !isPresented { sheet = rest.takeBottom(lesson.rows(on: size, tier)) }
    if tier == .plane && focus != .plane {
      panels = [Place(panel: focus, rect: rest)]
      return
    }
    if let comparing {
      layOut(comparing, focus: focus, first: available[0], in: rest)
      return
    }
    if tier == .plane || (focus == .plane && (hasFilm || isSolo || isPresented)) {
      plane = rest
      return
    }
    // At least 60 % of the width belongs to the plane.
    let width = min(56, max(30, size.columns * 2 / 5))
    var side = rest.takeRight(min(width, size.columns * 2 / 5))
    plane = rest
    // A lesson takes the room that several panels would need.
    if tier == .compact || isSolo || isPresented
      || (lesson != nil && rest.height < Self.leastColumn)
    {
      let usual =
        lesson?.shownPanel(among: available) ?? available.first(where: \.isSometimes)
        ?? available[0]
      panels = [Place(panel: focus == .plane ? usual : focus, rect: side)]
    } else {
      panels = PanelColumn(available, focus: focus, height: side.height).places.map {
        Place(panel: $0.panel, rect: side.takeTop($0.height))
      }
    }
  }

  /// The panel at a cell, the plane of the side in hand included.
  public func panel(atColumn column: Int, row: Int) -> Panel? {
    if plane.contains(column: column, row: row) { return .plane }
    return panels.first { $0.rect.contains(column: column, row: row) }?.panel
  }

  /// The frame of a panel, or nil when it is not seen.
  public func rect(of panel: Panel) -> Rect? {
    panel == .plane ? plane : panels.first { $0.panel == panel }?.rect
  }

  /// Where notices are told: over the plane, or over what is in its place.
  public var notices: Rect {
    plane.isEmpty ? panels.first?.rect ?? .zero : plane
  }

  /// Where lists and questions lie: over everything but the first and the last line.
  public static func overlays(on size: Size) -> Rect {
    Rect(size).inset(horizontally: 0, vertically: 1)
  }

  /// The ruler between the words at the ends of the timeline.
  public var ruler: Rect {
    timeline.inset(horizontally: ends, vertically: 0)
  }

  /// The ruler of training time, below that of diffusion time.
  public var trainingRuler: Rect {
    trainingTime.inset(horizontally: ends, vertically: 0)
  }

  /// The least height in which a lesson leaves room for several panels.
  private static let leastColumn = 30

  private static func tier(of size: Size) -> Tier {
    if size.columns >= 100 && size.rows >= 30 { return .full }
    if size.contains(compact) { return .compact }
    if size.contains(smallest) { return .plane }
    return .tooSmall
  }
}

// MARK: - Two sides

extension ScreenLayout {
  /// Two planes beside each other, their numbers below, and as many panels of the side in hand as
  /// there is room for. On a narrow screen the numbers are all, and a panel that is asked for takes
  /// the place of the other plane.
  private mutating func layOut(_ side: Side, focus: Panel, first: Panel, in room: Rect) {
    var rest = room
    let arePlanesAlone = isSolo && focus == .plane
    var strip = rest.takeBottom(
      arePlanesAlone || room.height < Self.leastWithStrip
        ? 0 : Self.stripHeight(of: tier, height: room.height))
    let left = rest.takeLeft(rest.width / 2)
    plane = side == .a ? left : rest
    planeBeside = side == .a ? rest : left
    guard tier == .full, !isSolo else {
      comparison = strip
      if tier != .plane && focus != .plane {
        panels = [Place(panel: focus, rect: planeBeside)]
        planeBeside = .zero
      }
      return
    }
    let leading = focus == .plane ? first : focus
    let others = [Panel.quality, .training].filter { $0 != leading }
    let count = max(1, min(3, strip.width / 60))
    let ids = Array(([leading] + others).prefix(count))
    comparison = strip.takeLeft(strip.width / (count + 1))
    for (index, panel) in ids.enumerated() {
      let width = strip.width / (ids.count - index)
      panels.append(Place(panel: panel, rect: strip.takeLeft(width)))
    }
  }

  /// In less height two planes have no numbers below them.
  private static let leastWithStrip = 14

  private static func stripHeight(of tier: Tier, height: Int) -> Int {
    switch tier {
    case .full: max(10, height * 3 / 10)
    case .compact: 7
    case .plane, .tooSmall: 0
    }
  }
}
