/// What can happen to the lists, questions and pages that lie over the panels.
public enum OverlayAction: Sendable {
  case open(Picker.Kind)
  case toggleHelp
  case moveSelection(Int)
  /// So many times the rows that are seen further, or back where negative.
  case turnPage(Int)
  case accept
  /// One level back: out of a search and an overlay, then to the plane; never out of the program.
  case back
}

extension OverlayAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateOverlay(self) }

  func obstacle(in state: AppState) -> String? {
    if case .open(let kind) = self { kind.obstacle(in: state) } else { nil }
  }

  var withinBounds: OverlayAction {
    switch self {
    case .moveSelection(let offset): .moveSelection(offset.bounded)
    case .turnPage(let pages): .turnPage(pages.bounded)
    case .open, .toggleHelp, .accept, .back: self
    }
  }

  var isMove: Bool {
    switch self {
    case .moveSelection, .turnPage: true
    case .open, .toggleHelp, .accept, .back: false
    }
  }
}
