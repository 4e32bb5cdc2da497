import Diffusion
import TextScreen

/// One particle looked into: what the model predicts for it and how that becomes the next step.
public enum InspectorPanel {
  public static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    let model = state.stage.model.weights == nil ? "exact" : "learned"
    let inner = PanelFrame.draw(
      .inspector, title: "\(Panel.inspector.title) \(state.particle)",
      trailing: ["\(model) \(state.words.predictor)", model], of: state,
      on: &surface, in: rect)
    if let passage = state.frame.passage {
      surface.clipped(to: inner) { surface in
        PassagePage.draw(passage, state, on: &surface, in: inner)
      }
      return
    }
    guard let inspection = state.frame.inspection else { return }
    surface.clipped(to: inner) { surface in
      if CircuitPicture.fits(in: inner) {
        CircuitPicture(state, inspection, glyphs: surface.glyphs).draw(on: &surface, in: inner)
        return
      }
      var room = inner
      let page = InspectorPage(state, inspection, size: inner.size, glyphs: surface.glyphs)
      for line in page.lines { surface.write(line, in: room.takeTop(1)) }
    }
  }
}

extension Panel {
  public static let inspector = Panel(
    id: "particle", title: "particle", formerNames: ["inspector"], stand: .last,
    height: Height(low: 6, tall: 9), draw: InspectorPanel.draw)
}
