import TextScreen

/// The keys of regions, while their panel has the brush.
extension KeyTable {
  static let region: [KeyBinding] = [
    KeyBinding(
      [.character("\\")], .view, "latent pictures: a brush, to paint where they are to lie",
      .panels(.show(.region))),
    KeyBinding(
      [.enter], .view, "in the region panel: paint a disc where the brush is", brief: "paint",
      .region(.paint), in: .panel(.region)),
    KeyBinding(
      [.delete, .backspace], .view, "in the region panel: erase the discs under the brush",
      brief: "erase", .region(.erase), in: .panel(.region)),
    KeyBinding(
      [.character("+"), .character("=")], .view, "in the region panel: a wider brush",
      brief: "wider", .region(.widen(1)), in: .panel(.region)),
    KeyBinding(
      [.character("-")], .view, "in the region panel: a narrower brush", brief: "narrower",
      .region(.widen(-1)), in: .panel(.region)),
    KeyBinding(
      [.up], .view, "in the region panel: the brush up", brief: "move", together: "move the brush",
      .region(.move(across: 0, up: 1)), in: .panel(.region)),
    KeyBinding(
      [.down], .view, "in the region panel: the brush down", together: "move the brush",
      .region(.move(across: 0, up: -1)), in: .panel(.region)),
    KeyBinding(
      [.right], .view, "in the region panel: the brush to the right", together: "move the brush",
      .region(.move(across: 1, up: 0)), in: .panel(.region)),
    KeyBinding(
      [.left], .view, "in the region panel: the brush to the left", together: "move the brush",
      .region(.move(across: -1, up: 0)), in: .panel(.region)),
  ]
}
