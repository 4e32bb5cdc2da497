/// The keys of the priors of labels, while the panel of the labels kept has the focus.
extension KeyTable {
  static let priors: [KeyBinding] = [
    KeyBinding(
      [.up], .schedule, "in the labels-kept panel: the prior up", brief: "move",
      .priors(.movePrior(across: 0, up: 1)), in: .priors),
    KeyBinding(
      [.down], .schedule, "in the labels-kept panel: the prior down",
      .priors(.movePrior(across: 0, up: -1)), in: .priors),
    KeyBinding(
      [.right], .schedule, "in the labels-kept panel: the prior to the right",
      .priors(.movePrior(across: 1, up: 0)), in: .priors),
    KeyBinding(
      [.left], .schedule, "in the labels-kept panel: the prior to the left",
      .priors(.movePrior(across: -1, up: 0)), in: .priors),
    KeyBinding(
      [.character("+"), .character("=")], .schedule,
      "in the labels-kept panel: a wider prior", brief: "wider", .priors(.widenPrior(1)),
      in: .priors),
    KeyBinding(
      [.character("-")], .schedule, "in the labels-kept panel: a narrower prior",
      brief: "narrower", .priors(.widenPrior(-1)), in: .priors),
  ]
}
