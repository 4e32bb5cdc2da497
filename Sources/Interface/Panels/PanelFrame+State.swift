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
    let title = (title ?? panel.title) + side(of: state)
    draw(
      title: title,
      trailing: fitting(trailing, beside: title, width: rect.width, surface.glyphs) ?? "",
      isFocused: state.focus == panel, on: &surface, in: rect)
    return content(of: rect)
  }

  /// Draws the frame of a panel whose figures are of points that the seed draws.
  ///
  /// The title says the setting and what the figures are of. Where it has no room for both, what is
  /// missing stands in the first row inside, as far as there are rows.
  ///
  /// - Parameters:
  ///   - setting: what was chosen, in full and in short.
  ///   - judged: how many points the figures are of; nil while there are none.
  /// - Returns: the room for content.
  static func draw(
    _ panel: Panel, setting: (full: String, short: String), judged: Int?, of state: AppState,
    on surface: inout Surface, in rect: Rect
  ) -> Rect {
    let settings = [setting.full, setting.short]
    guard let judged = state.judged(judged) else {
      return draw(panel, trailing: settings, of: state, on: &surface, in: rect)
    }
    let glyphs = surface.glyphs
    let both = settings.map { $0 + glyphs.separator + judged }
    let trailing = both + [judged, setting.short]
    var inner = draw(panel, trailing: trailing, of: state, on: &surface, in: rect)
    let title = panel.title + side(of: state)
    let shown = fitting(trailing, beside: title, width: rect.width, glyphs)
    guard inner.height >= roomy, !both.contains(where: { $0 == shown }) else { return inner }
    let missing = shown == judged ? settings : both + [judged]
    let row = missing.first { glyphs.columns(of: $0) <= inner.width } ?? judged
    surface.write(.label(row), in: inner.takeTop(1))
    return inner
  }

  /// From so many rows on one is not missed.
  private static let roomy = 6

  private static func side(of state: AppState) -> String {
    state.isComparing ? " \(state.side.rawValue)" : ""
  }

  private static func fitting(
    _ trailing: [String], beside title: String, width: Int, _ glyphs: Glyphs
  ) -> String? {
    trailing.first { glyphs.columns(of: $0) <= width - glyphs.columns(of: title) - 9 }
  }
}

extension AppState {
  /// On what figures of a panel are: how many points that the seed has drawn; nil where there are none.
  func judged(_ count: Int?) -> String? {
    count.map { "n \($0), seed \(experiment.seed)" }
  }
}
