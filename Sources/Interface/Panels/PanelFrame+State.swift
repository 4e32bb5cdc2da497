import TextScreen

extension PanelFrame {
  /// Draws the frame of a side panel; in a comparison its title says whose it is.
  ///
  /// - Parameter trailing: the variant in several lengths, longest first; the first that fits is
  ///   written.
  /// - Returns: the room for content.
  static func draw(
    _ panel: Panel, title: String? = nil, trailing: [String], of state: AppState,
    on surface: inout Surface, in rect: Rect
  ) -> Rect {
    let glyphs = surface.glyphs
    let title = (title ?? panel.title) + (state.isComparing ? " \(state.side.rawValue)" : "")
    let room = rect.width - glyphs.columns(of: title) - 9
    draw(
      title: title, trailing: trailing.first { glyphs.columns(of: $0) <= room } ?? "",
      isFocused: state.focus == panel, on: &surface, in: rect)
    return content(of: rect)
  }
}

extension AppState {
  /// On what figures of a panel are: how many points that the seed has drawn; nil where there are none.
  func judged(_ count: Int?) -> String? {
    count.map { "n \($0), seed \(experiment.seed)" }
  }
}
