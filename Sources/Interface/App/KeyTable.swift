import TextScreen

/// All keys. Dispatch, footer, help page, README and `stipple list keys` read this one table.
public enum KeyTable {
  ///
  /// Every feature has its keys in its own folder; their order here is that of the help page, and in
  /// the footer those that come first are the last to go.
  public static let all: [KeyBinding] =
    time + training + trainingTime + reflow + always + data + board + process + comparison
    + studies + StudyKind.all.compactMap(\.binding) + bound + otherPriors + history + schedule
    + priors + guidance + view
    + conditional + region + presenter + program + overlays + command + drawing + lesson

  /// What a newcomer on a narrow screen has to find in the footer before anything else.
  private static let always: [KeyBinding] = [
    KeyBinding([.tab], .view, "next panel", brief: "panel", .panels(.focus(offset: 1))),
    KeyBinding([.character("q")], .program, "quit", brief: "quit", .program(.requestQuit)),
  ]

  /// What a key does now.
  public static func binding(for key: Key, in state: AppState) -> KeyBinding? {
    bindings(in: state).first { $0.keys.contains(key) }
  }

  /// What a key asks for now: what the table says, or to be written where something is typed.
  public static func action(for key: Key, in state: AppState) -> Action? {
    if let binding = binding(for: key, in: state) { return binding.action }
    // Whatever lies over the panels, another program may have written over it.
    if key == .control("l") { return .program(.repaint) }
    guard case .character(let character) = key else { return nil }
    return state.overlay?.kind.takesTyping == true ? .line(.type(character)) : nil
  }

  /// The bindings that hold now, narrower ones first.
  public static func bindings(in state: AppState) -> [KeyBinding] {
    let scopes = scopes(in: state)
    // The usual case, at every frame: nothing to put together.
    if scopes.count == 1 { return byScope[scopes[0]] ?? [] }
    return scopes.flatMap { byScope[$0] ?? [] }
  }

  /// Where the keys are now, the narrowest first.
  private static func scopes(in state: AppState) -> [KeyBinding.Scope] {
    if let overlay = state.overlay { return [.overlay(overlay.kind)] }
    let pages = state.lesson?.keys.map(KeyBinding.Scope.lesson) ?? []
    return pages + [.panel(state.focus), .everywhere].filter { byScope[$0] != nil }
  }

  private static let byScope = Dictionary(grouping: all, by: \.scope)
  /// Those that have a place in the footer.
  private static let brief = byScope.mapValues { $0.filter { $0.brief != nil } }

  /// What the footer shows now, most useful first. On the screen itself the way back is named where
  /// panels are out of sight.
  public static func footer(in state: AppState) -> [KeyBinding] {
    let namesWayBack = state.overlay != nil || ScreenLayout(state).hidesOthers
    return scopes(in: state).flatMap { brief[$0] ?? [] }
      .filter { state.obstacle(to: $0.action) == nil && (namesWayBack || !$0.leadsBack) }
  }
}
