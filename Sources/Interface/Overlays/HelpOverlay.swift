import Diffusion
import TextScreen

/// Every key and every gesture of the mouse, over the panels.
public enum HelpOverlay {
  public static func draw(_ state: AppState, on surface: inout Surface, in screen: Rect) {
    guard case .help(let scroll) = state.overlay else { return }
    surface.clipped(to: screen) { surface in
      let page = HelpPage(on: screen, about: state.explainedPanel, in: state.notation)
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
  public static func mostScroll(
    size: Size, about panel: Panel? = nil, in notation: Notation = .ddpm
  ) -> Int {
    HelpPage(on: ScreenLayout.overlays(on: size), about: panel, in: notation).mostScroll
  }
}

extension AppState {
  /// The panel whose words the help explains first: the one in front, if it is not the plane.
  var explainedPanel: Panel? { focus == .plane ? nil : focus }
}

extension OverlayKind {
  static let help = OverlayKind(
    id: "help", draw: { HelpOverlay.draw($0, on: &$1, in: $2) },
    rowsOfPage: { state in
      HelpPage(
        on: ScreenLayout.overlays(on: state.size), about: state.explainedPanel, in: state.notation
      ).height
    },
    move: { state, offset in
      guard case .help(let scroll) = state.overlay else { return }
      let most = HelpOverlay.mostScroll(
        size: state.size, about: state.explainedPanel, in: state.notation)
      state.overlay = .help(scroll: min(max(0, scroll + offset), most))
    })
}
