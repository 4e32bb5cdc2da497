/// What can happen to the panels: which one has the keys, and how much room.
public enum PanelAction: Sendable {
  /// Gives the panel with the keys, or the plane, the room of the other panels too.
  case toggleSolo
  case focus(offset: Int)
  case show(Panel)
}

extension PanelAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updatePanels(self) }

  func changesNothing(in state: AppState) -> Bool {
    switch self {
    case .show(let panel): panel == state.focus
    case .focus(let offset): offset == 0
    case .toggleSolo: false
    }
  }

  var withinBounds: PanelAction {
    switch self {
    case .focus(let offset): .focus(offset: offset.bounded)
    case .toggleSolo, .show: self
    }
  }
}
