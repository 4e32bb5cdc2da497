import Diffusion
import TextScreen

/// A panel: when it is there, how much room it has, how it is drawn, and what the mouse does in it.
///
/// Each stands in the folder of its feature, and once in `all`; what never changes is one object, because
/// lists of panels are made several times a frame.
public final class Panel: Sendable {
  /// Its name in commands.
  public let id: String
  public let title: String
  /// What it was called before.
  let formerNames: [String]
  /// What the words beside its figures mean.
  public let words: [PanelWord]
  /// Where it stands beside the plane.
  let stand: Stand
  /// How high it is, its frame included.
  let height: Height
  /// Why it cannot have the keys, and what is in its place; nil where it can.
  let absence: @Sendable (AppState) -> String?
  let draw: @Sendable (AppState, inout Surface, Rect) -> Void
  /// What a press of the left button does in it, besides giving it the keys.
  let press: @Sendable (inout AppState, Mouse, ScreenLayout) -> [Effect]
  /// What a press on the plane does while it has the keys, where that is something of its own.
  let pressPlane: (@Sendable (inout AppState, Mouse, ScreenLayout) -> [Effect])?
  /// What a hand does that has taken its slider, or its brush.
  let slide: @Sendable (inout AppState, Mouse, ScreenLayout) -> [Effect]
  /// What the wheel does in it, where that is something of its own.
  let turnWheel: (@Sendable (inout AppState, _ closer: Bool) -> [Effect])?

  init(
    id: String, title: String, formerNames: [String] = [], words: [PanelWord], stand: Stand,
    height: Height = Height(low: 6, tall: 8),
    absence: @escaping @Sendable (AppState) -> String? = { _ in nil },
    draw: @escaping @Sendable (AppState, inout Surface, Rect) -> Void,
    press: @escaping @Sendable (inout AppState, Mouse, ScreenLayout) -> [Effect] = { _, _, _ in []
    },
    slide: @escaping @Sendable (inout AppState, Mouse, ScreenLayout) -> [Effect] = { _, _, _ in []
    },
    pressPlane: (@Sendable (inout AppState, Mouse, ScreenLayout) -> [Effect])? = nil,
    turnWheel: (@Sendable (inout AppState, _ closer: Bool) -> [Effect])? = nil
  ) {
    self.id = id
    self.title = title
    self.formerNames = formerNames
    self.words = words
    self.stand = stand
    self.height = height
    self.absence = absence
    self.draw = draw
    self.press = press
    self.slide = slide
    self.pressPlane = pressPlane
    self.turnWheel = turnWheel
  }

  /// Where panels stand.
  enum Stand: Sendable {
    /// It is the plane.
    case plane
    /// First, with all the room that the others leave; where several could be there, the first that
    /// is not absent.
    case leading
    /// Always where it is not absent, in the order of the list.
    case always
    /// Always and last; where there is no room for all, those that come and go take its place.
    case last
    /// While it has something to show, or is looked at.
    case sometimes(hasSomethingToShow: @Sendable (AppState) -> Bool)
  }

  /// Rows in a low column and in a tall one, where what there is to spare is shared.
  struct Height: Sendable {
    let low: Int
    let tall: Int
  }

  /// All panels, in their order on the screen.
  public static let all: [Panel] =
    [.plane, .schedule] + MethodScreen.all.flatMap(\.offers.panels)
    + [.training, .quality, .guidance, .conditional, .coordinate, .inspector]
    + StudyKind.all.compactMap(\.panel)

  /// The panel of a name, in another spelling perhaps.
  public static func named(_ name: String) throws -> Panel {
    let present = all.first { $0.formerNames.contains(name) }?.id ?? name
    let names = all.map(\.id)
    let known = Spelling.known(present, among: names)
    guard let panel = all.first(where: { $0.id == known }) else {
      throw UnknownName(name: name, family: "panel", known: names)
    }
    return panel
  }
}

extension Panel: Hashable {
  public static func == (one: Panel, other: Panel) -> Bool { one.id == other.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension AppState {
  /// The panel that stands first beside the plane.
  var firstPanel: Panel {
    Panel.all.first { $0.isLeading && $0.absence(self) == nil } ?? .schedule
  }

  /// The panels that can have the keys now.
  var sidePanels: [Panel] {
    [firstPanel]
      + Panel.all.filter { panel in
        if lesson?.page.hidden.contains(panel) == true { return false }
        return switch panel.stand {
        case .plane, .leading: false
        case .always, .last: panel.absence(self) == nil
        case .sometimes(let hasSomethingToShow): hasSomethingToShow(self) || focus == panel
        }
      }
  }

  /// Hands the keys of a panel that is no longer there to the one in its place.
  mutating func settleFocus() {
    if focus.absence(self) != nil { focus = firstPanel }
  }
}

extension Panel {
  fileprivate var isLeading: Bool { if case .leading = stand { true } else { false } }

  /// Whether it comes and goes.
  var isSometimes: Bool { if case .sometimes = stand { true } else { false } }
}
