import TextScreen

/// The keys of the second time: how far the network had got.
extension KeyTable {
  static let trainingTime: [KeyBinding] = [
    KeyBinding(
      [.pageUp, .character("9")], .model, "the network as it was earlier in training",
      .trainingTime(.rewindBy(-1))),
    KeyBinding(
      [.pageDown, .character("3")], .model, "the network as it was later, up to now",
      .trainingTime(.rewindBy(1))),
    KeyBinding(
      [.character("K")], .model, "draw samples anew from fixed noise while the network learns",
      .trainingTime(.toggleRedraw)),
    KeyBinding(
      [.character("R")], .model, "train on from the earlier network that is shown",
      .trainingTime(.trainFromHere)),
  ]
}
