/// The priors of labels, as far as they are in hand.
struct PriorState: Sendable, Equatable {
  /// The prior of a label that the keys move.
  var selected = 0
}
