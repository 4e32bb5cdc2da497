/// The keys of the priors of labels, while the panel of the labels kept has the focus.
extension KeyTable {
  static let priors: [KeyBinding] = [
    KeyBinding(
      [.up], .schedule, "with labels kept in focus: the prior up", brief: "move",
      .movePrior(across: 0, up: 1), in: .priors),
    KeyBinding(
      [.down], .schedule, "with labels kept in focus: the prior down",
      .movePrior(across: 0, up: -1), in: .priors),
    KeyBinding(
      [.right], .schedule, "with labels kept in focus: the prior to the right",
      .movePrior(across: 1, up: 0), in: .priors),
    KeyBinding(
      [.left], .schedule, "with labels kept in focus: the prior to the left",
      .movePrior(across: -1, up: 0), in: .priors),
    KeyBinding(
      [.character("+"), .character("=")], .schedule,
      "with labels kept in focus: a wider prior", brief: "wider", .widenPrior(1), in: .priors),
    KeyBinding(
      [.character("-")], .schedule, "with labels kept in focus: a narrower prior",
      brief: "narrower", .widenPrior(-1), in: .priors),
  ]
}
