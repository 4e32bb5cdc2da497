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
    surface.clipped(to: inner) { surface in
      state.frame.reading?.draw(state, on: &surface, in: inner)
    }
  }
}

extension Panel {
  public static let inspector = Panel(
    id: "particle", title: "particle", formerNames: ["inspector"], words: InspectorPanel.words,
    stand: .last,
    height: Height(low: 6, tall: 9), draw: InspectorPanel.draw)
}
