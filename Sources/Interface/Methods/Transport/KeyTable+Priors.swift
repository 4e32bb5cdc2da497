import TextScreen

/// The keys of other priors than the standard normal.
extension KeyTable {
  /// What leads to another prior and straightens the way from it.
  static let otherPriors: [KeyBinding] = [
    KeyBinding(
      [.character("O")], .experiment, "prior, coupling, repair, solver: other ways to the data",
      brief: "ways", .overlay(.open(.ways)))
  ]

  static let reflow: [KeyBinding] = [
    KeyBinding(
      [.character("M")], .model, "reflow: learn anew the pairs that the network joins",
      .priors(.reflow))
  ]

  /// While the panel of the labels kept has the focus.
  static let priors: [KeyBinding] = [
    KeyBinding(
      [.up], .schedule, "in the labels-kept panel: the prior up", brief: "move",
      together: "move the prior",
      .priors(.movePrior(across: 0, up: 1)), in: .panel(.retention)),
    KeyBinding(
      [.down], .schedule, "in the labels-kept panel: the prior down", together: "move the prior",
      .priors(.movePrior(across: 0, up: -1)), in: .panel(.retention)),
    KeyBinding(
      [.right], .schedule, "in the labels-kept panel: the prior to the right",
      together: "move the prior",
      .priors(.movePrior(across: 1, up: 0)), in: .panel(.retention)),
    KeyBinding(
      [.left], .schedule, "in the labels-kept panel: the prior to the left",
      together: "move the prior",
      .priors(.movePrior(across: -1, up: 0)), in: .panel(.retention)),
    KeyBinding(
      [.character("+"), .character("=")], .schedule,
      "in the labels-kept panel: a wider prior", brief: "wider", .priors(.widenPrior(1)),
      in: .panel(.retention)),
    KeyBinding(
      [.character("-")], .schedule, "in the labels-kept panel: a narrower prior",
      brief: "narrower", .priors(.widenPrior(-1)), in: .panel(.retention)),
  ]
}
