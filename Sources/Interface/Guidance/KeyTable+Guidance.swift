import TextScreen

/// The keys of labels and guidance.
extension KeyTable {
  static let guidance: [KeyBinding] = [
    KeyBinding(
      [.character("A")], .guidance, "ask for labels: a prompt such as 'north or east'",
      brief: "prompt", .guide(.openPrompt)),
    KeyBinding(
      [.character("'")], .guidance, "weight of guidance up a half", .guide(.addWeight(tenths: 5))),
    KeyBinding(
      [.character(";")], .guidance, "weight of guidance down a half",
      .guide(.addWeight(tenths: -5))),
    KeyBinding(
      [.right], .guidance, "in the guidance panel: weight up a tenth", brief: "weight",
      together: "weight up, down a tenth",
      .guide(.addWeight(tenths: 1)), in: .panel(.guidance)),
    KeyBinding(
      [.left], .guidance, "in the guidance panel: weight down a tenth",
      together: "weight up, down a tenth",
      .guide(.addWeight(tenths: -1)), in: .panel(.guidance)),
    KeyBinding([.character("X")], .guidance, "the guidance panel", .panels(.show(.guidance))),
    KeyBinding(
      [.character("V")], .guidance,
      "arrows of the weak, strong and guided answer",
      .guide(.cycleArrows)),
    KeyBinding(
      [.character("J")], .guidance, "a network that is told labels, or one that is not",
      .guide(.toggleLabels)),
    KeyBinding(
      [.character("Y")], .guidance,
      "curve of accuracy and distance by weight; stop it",
      .studies(.toggle(.weights))),
  ]
}
