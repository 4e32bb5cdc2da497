import TextScreen

/// Every key and every gesture of the mouse, over the panels.
public enum HelpOverlay {
  public static func draw(_ state: AppState, on surface: inout Surface, in screen: Rect) {
    guard case .help(let scroll) = state.overlay else { return }
    surface.clipped(to: screen) { surface in
      let page = HelpPage(on: screen, about: state.explainedPanel)
      let first = min(max(0, scroll), page.mostScroll)
      let last = min(first + page.height, page.rows)
      let isWhole = page.rows <= page.height
      let room = OverlayFrame.draw(
        title: "help", trailing: isWhole ? "" : "\(first + 1)-\(last) of \(page.rows)",
        on: &surface, in: page.box)
      page.draw(from: first, on: &surface, in: room)
    }
  }

  /// The furthest the page can be scrolled on a screen of this size.
  public static func mostScroll(size: Size, about panel: Panel? = nil) -> Int {
    HelpPage(on: ScreenLayout.overlays(on: size), about: panel).mostScroll
  }
}

extension AppState {
  /// The panel whose words the help explains first: the one in front, if it is not the plane.
  var explainedPanel: Panel? { focus == .plane ? nil : focus }
}
