import Diffusion

/// Which panel has the keys.
extension AppState {
  mutating func updatePanels(_ action: PanelAction) -> [Effect] {
    switch action {
    case .show(let panel):
      focus = panel
      settleFocus()
      return []
    case .focus(let offset):
      return moveFocus(offset)
    case .toggleSolo:
      toggleSolo()
      return []
    }
  }

  /// The next panel; in a comparison both planes come first.
  private mutating func moveFocus(_ offset: Int) -> [Effect] {
    let planes: [(Panel, Side)] = isComparing ? [(.plane, .a), (.plane, .b)] : [(.plane, side)]
    let stops = planes + sidePanels.map { ($0, side) }
    let index = stops.firstIndex { $0 == (focus, side) } ?? 0
    let next = stops[((index + offset) % stops.count + stops.count) % stops.count]
    focus = next.0
    return next.1 == side ? [] : turnToOtherSide()
  }
}
