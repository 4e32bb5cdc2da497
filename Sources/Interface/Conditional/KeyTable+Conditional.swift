import TextScreen

/// The keys of the conditional picture, while its panel has the focus; the layer has its own switch.
extension KeyTable {
  static let conditional: [KeyBinding] = [
    KeyBinding(
      [.up], .view, "in the conditional panel: the place x up", brief: "move x",
      together: "move the place x",
      .conditional(.move(across: 0, up: 1)), in: .panel(.conditional)),
    KeyBinding(
      [.down], .view, "in the conditional panel: the place x down", together: "move the place x",
      .conditional(.move(across: 0, up: -1)), in: .panel(.conditional)),
    KeyBinding(
      [.right], .view, "in the conditional panel: the place x to the right",
      together: "move the place x",
      .conditional(.move(across: 1, up: 0)), in: .panel(.conditional)),
    KeyBinding(
      [.left], .view, "in the conditional panel: the place x to the left",
      together: "move the place x",
      .conditional(.move(across: -1, up: 0)), in: .panel(.conditional)),
    KeyBinding(
      [.character("+"), .character("=")], .view, "in the conditional panel: the next end x0",
      brief: "next x0", .conditional(.turn(1)), in: .panel(.conditional)),
    KeyBinding(
      [.character("-")], .view, "in the conditional panel: the end x0 before",
      .conditional(.turn(-1)), in: .panel(.conditional)),
    KeyBinding(
      [.enter], .view, "in the conditional panel: the end x0 that is likeliest at x",
      brief: "likeliest", .conditional(.takeStrongest), in: .panel(.conditional)),
    KeyBinding(
      [.character("v")], .view, "in the conditional panel: velocity or score", brief: "score",
      .conditional(.cycleArrows), in: .panel(.conditional)),
  ]
}
