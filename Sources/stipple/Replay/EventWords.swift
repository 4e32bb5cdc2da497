import TextScreen

/// The words for what keys and mouse do, in files of sessions.
enum EventWords {
  static let kinds: [(kind: Mouse.Kind, word: String)] = [
    (.press, "press"), (.release, "release"), (.drag, "drag"), (.wheelUp, "wheel-up"),
    (.wheelDown, "wheel-down"),
  ]

  static let buttons: [(button: Mouse.Button, word: String)] = [
    (.left, "left"), (.middle, "middle"), (.right, "right"), (.none, "none"),
  ]
}
