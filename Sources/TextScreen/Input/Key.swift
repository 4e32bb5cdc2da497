/// A key, or a key with a modifier, as one value that tables can be keyed by.
public enum Key: Sendable, Hashable {
  case character(Character)
  case control(Character)
  /// With Alt held, or after an escape, which is the same to a terminal.
  case alt(Character)
  case enter
  case escape
  case tab
  case backTab
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case shiftUp
  case shiftDown
  case shiftLeft
  case shiftRight
  case home
  case end
  case pageUp
  case pageDown
  case function(Int)

  /// The space bar.
  public static let space = Key.character(" ")
}

// MARK: - Names

extension Key {
  /// What a person calls the key: `space`, `shift-left`, `ctrl-r`, `alt-b`, `F1`, `q`.
  public var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let character): "ctrl-\(character)"
    case .alt(let character): "alt-\(character)"
    case .function(let number): "F\(number)"
    default: Self.names.first { $0.key == self }?.name ?? ""
    }
  }

  /// The key of this name, in any case except for single characters.
  public init?(named name: String) {
    let lower = name.lowercased()
    if name.count == 1, let character = name.first {
      self = .character(character)
    } else if lower == "space" {
      self = .space
    } else if let entry = Self.names.first(where: { $0.name == lower }) {
      self = entry.key
    } else if lower.hasPrefix("ctrl-"), lower.count == 6, let character = lower.last {
      self = .control(character)
    } else if lower.hasPrefix("alt-"), name.count == 5, let character = name.last {
      self = .alt(character)
    } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), 1...24 ~= number {
      self = .function(number)
    } else {
      return nil
    }
  }

  private static let names: [(key: Key, name: String)] = [
    (.enter, "enter"), (.escape, "esc"), (.tab, "tab"), (.backTab, "shift-tab"),
    (.backspace, "backspace"), (.delete, "delete"), (.insert, "insert"),
    (.up, "up"), (.down, "down"), (.left, "left"), (.right, "right"),
    (.shiftUp, "shift-up"), (.shiftDown, "shift-down"),
    (.shiftLeft, "shift-left"), (.shiftRight, "shift-right"),
    (.home, "home"), (.end, "end"), (.pageUp, "page-up"), (.pageDown, "page-down"),
  ]
}
