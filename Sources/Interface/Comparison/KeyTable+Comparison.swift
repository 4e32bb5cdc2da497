import TextScreen

/// The keys of the two sides.
extension KeyTable {
  static let comparison: [KeyBinding] = [
    KeyBinding(
      [.character("C")], .experiment, "side by side with another experiment", brief: "compare",
      .overlay(.open(.comparison))),
    KeyBinding(
      [.character("|")], .experiment, "the other side of a comparison", brief: "A|B",
      .comparison(.turnToOtherSide)),
  ]
}
