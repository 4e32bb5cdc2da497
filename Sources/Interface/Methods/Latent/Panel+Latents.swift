import Diffusion
import TextScreen

extension Panel {
  /// A panel of what trained parts make of pictures; there while it is looked at, as tiles need the room.
  ///
  /// - Parameters:
  ///   - untrained: what is said while a part that it needs has not been trained.
  ///   - absence: why it is not there though the parts are; nil where it is.
  static func ofLatents(
    _ id: String, _ title: String, _ words: [PanelWord], height: Height,
    without untrained: String, needs parts: @escaping @Sendable (LatentParts) -> Bool,
    absence: @escaping @Sendable (AppState) -> String? = { _ in nil },
    draw: @escaping @Sendable (AppState, inout Surface, Rect) -> Void
  ) -> Panel {
    Panel(
      id: id, title: title, words: words, stand: .sometimes(hasSomethingToShow: { _ in false }),
      height: height,
      absence: { state in
        if state.latentStage == nil {
          return "this is a panel of the method latent; 'preset latent' shows it"
        }
        let isThere = state.latestLatentWeights.map { parts($0.parts) } ?? false
        return isThere ? absence(state) : untrained
      }, draw: draw)
  }
}
