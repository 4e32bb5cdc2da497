/// A moment of the way from data to noise, by all the names that methods have for it.
public struct PathPlace: Sendable, Equatable {
  public let level: NoiseLevel
  /// From 0 (the data) to 1 (the noise).
  public let time: Double
  /// How many noising steps of the schedule lead here, or nearest to here: 0 is clean.
  public let steps: Int

  public init(level: NoiseLevel, time: Double, steps: Int) {
    self.level = level
    self.time = time
    self.steps = steps
  }
}
