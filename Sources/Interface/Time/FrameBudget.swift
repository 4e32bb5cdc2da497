/// What a frame can afford, in calls of the model for one point.
public struct FrameBudget: Sendable, Equatable {
  /// How many calls the last tick made.
  public internal(set) var spent = 0
  /// How many a frame can afford, by what those of past frames took.
  var calls = 4_000

  /// The most answers of single Gaussians, or what takes as long, that a frame asks for, however many
  /// calls it is given: some hundredths of a second's work.
  static let mostAnswers = 16_000_000
  /// How many of them take as long as to noise a point by a step.
  static let answersOfNoise = 8
}
