extension Theme {
  /// No colour at all; emphasis and the shape of characters say what colour would.
  public static let mono = Theme(
    id: "mono", summary: "No colour, only emphasis", palette: Palette(),
    emphasis: [
      .title: .bold, .accent: .bold, .warning: .bold, .danger: [.bold, .underline],
      .cursor: .bold, .forward: .bold, .reverse: .bold,
      .density(6): .bold, .density(7): .bold, .strength(4): .bold, .strength(5): .bold,
    ])
}
