import TextScreen

/// What can happen before a class.
public enum PresenterAction: Sendable {
  /// The screen for a class, or the usual one.
  case toggle
  /// A key was pressed, whatever it does.
  case pressed(Key)
  /// The talk has lasted so many seconds.
  case clock(seconds: Int)
}

extension PresenterAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] {
    switch self {
    case .toggle:
      let isPresented = state.view.audience == .presenter
      state.view.audience = isPresented ? .student : .presenter
      state.presenter = PresenterState()
      state.say(
        isPresented
          ? "the usual screen" : "for a class: esc ends it, a drag points, tab shows a panel")
    case .pressed(let key): state.presenter.press(key)
    case .clock(let seconds): state.presenter.pass(to: seconds)
    }
    return []
  }

  var withinBounds: PresenterAction {
    switch self {
    case .clock(let seconds): .clock(seconds: max(0, seconds.bounded))
    case .toggle, .pressed: self
    }
  }

  var origin: ActionOrigin {
    switch self {
    case .toggle: .person
    case .pressed, .clock: .surroundings
    }
  }
}

extension KeyTable {
  static let presenter: [KeyBinding] = [
    KeyBinding(
      [.character("@")], .program, "for a class: a larger plane, one line, pressed keys, a clock",
      .presenting(.toggle))
  ]
}
