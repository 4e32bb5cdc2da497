import TextScreen

/// A kind of what lies over the panels: how it is drawn, what moves and accepts its selection, and
/// what a click does in it. What it is about is in the `Overlay` of the state.
///
/// Each stands in the file that draws it.
struct OverlayKind: Sendable {
  let id: String
  /// Whether it lies over the panels.
  var coversPanels = true
  /// Whether characters that are no keys of it are typed into it.
  var takesTyping = false
  let draw: @Sendable (AppState, inout Surface, Rect) -> Void
  /// How many rows are seen at once.
  var rowsOfPage: @Sendable (AppState) -> Int = { _ in 1 }
  /// Moves the selection, or what is seen, so many rows on.
  var move: @Sendable (inout AppState, _ offset: Int) -> Void = { _, _ in }
  /// Takes what is selected.
  var accept: @Sendable (inout AppState) -> [Effect] = { _ in [] }
  /// What a click does; it closes what has nothing to click.
  var click: @Sendable (inout AppState, Mouse) -> [Effect] = { state, _ in
    state.overlay = nil
    return []
  }
}

extension OverlayKind: Hashable {
  static func == (one: OverlayKind, other: OverlayKind) -> Bool { one.id == other.id }
  func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension KeyBinding.Scope {
  /// While the overlay of that name is open.
  static let picker = KeyBinding.Scope.overlay(.picker)
  static let help = KeyBinding.Scope.overlay(.help)
  static let command = KeyBinding.Scope.overlay(.command)
  static let palette = KeyBinding.Scope.overlay(.palette)
  static let drawing = KeyBinding.Scope.overlay(.drawing)
  static let words = KeyBinding.Scope.overlay(.words)
  static let confirmQuit = KeyBinding.Scope.overlay(.confirmQuit)
}
