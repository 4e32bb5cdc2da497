/// What a frame can afford, in calls of the model for one point.
public struct FrameBudget: Sendable, Equatable {
  /// How many calls the last tick made.
  public internal(set) var spent = 0
  /// How many a frame can afford.
  var calls = 4_000
}
