/// Samples drawn by an experiment's own way back, a few steps at a time, and judged once they have
/// arrived: the very samples and figures that `stipple evaluate` finds with the same model, seed and
/// number of samples.
public struct QualityRun: Sendable {
  typealias Advance = @Sendable (_ state: SamplingState, _ step: Int) -> SamplingState

  /// The number of steps of the way.
  public let steps: Int
  /// How many of them are made.
  public private(set) var made = 0
  /// What was found, once the samples have arrived and are judged.
  public private(set) var measurement: QualityMeasurement?
  private var state: SamplingState
  private let stepsPerSlice: Int
  private let advanceOnce: Advance
  private let judge: @Sendable ([Point]) -> QualityMeasurement

  /// About how many calls of a small model for one point a slice makes: a few hundredths of a
  /// second's work.
  private static let callsPerSlice = 100_000

  /// - Parameter cost: of a step of all points, in calls of a small model for one point.
  init(
    start: [Point], steps: Int, cost: Int, advance: @escaping Advance,
    judge: @escaping @Sendable ([Point]) -> QualityMeasurement
  ) {
    self.steps = steps
    state = SamplingState(start)
    stepsPerSlice = max(1, Self.callsPerSlice / max(1, cost))
    advanceOnce = advance
    self.judge = judge
  }

  /// The share that is done; the judgement counts as one step more.
  public var progress: Double {
    measurement == nil ? Double(made) / Double(steps + 1) : 1
  }

  /// Makes a slice: some steps, or after the last of them the judgement.
  public mutating func advance() {
    guard made < steps else {
      measurement = measurement ?? judge(state.points)
      return
    }
    for _ in 0..<min(stepsPerSlice, steps - made) {
      state = advanceOnce(state, made)
      made += 1
    }
  }

  /// Makes all that is left.
  public mutating func finish() -> QualityMeasurement {
    while true {
      if let measurement { return measurement }
      advance()
    }
  }
}
