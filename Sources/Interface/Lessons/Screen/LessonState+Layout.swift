import TextScreen

extension LessonState {
  /// Whether a figure is to be guessed, and not told yet.
  func isAsking(for figure: String) -> Bool {
    phase != .shown
      && page.prediction?.readings.contains { $0.description == figure } == true
  }

  /// The rows of the sheet on a screen: all that a page may need, or one line where it is folded or
  /// where there is room for no more.
  func rows(on size: Size, _ tier: ScreenLayout.Tier) -> Int {
    switch tier {
    case .tooSmall: 0
    case .plane: 1
    case .compact, .full: isFolded ? 1 : LessonRoom.rows + 2
    }
  }

  /// The panel that the page turns the eyes to, where it can be seen.
  func shownPanel(among panels: [Panel]) -> Panel? {
    guard case .panel(let panel) = page.highlight, panels.contains(panel) else { return nil }
    return panel
  }
}
