/// Where a reverse run has got to: the points, and the steps that a multistep sampler looks back on.
///
/// The state is handed to a step and comes back from it; nothing is hidden in the sampler. So a run
/// can be kept, truncated and replayed from any state, to the last bit.
public struct SamplingState: Sendable, Equatable {
  /// The points at the level the run has reached.
  public var points: [Point]
  /// The latest steps, the last one first; as many as the sampler reads.
  public var past: [PastStep]

  public init(_ points: [Point], past: [PastStep] = []) {
    self.points = points
    self.past = past
  }
}

/// A step that lies behind: where it began and what the model said there.
public struct PastStep: Sendable, Equatable {
  public let level: NoiseLevel
  /// The points the step set out from; a corrector may have moved them there.
  public let points: [Point]
  /// The model's estimates at that level.
  public let estimates: [Estimate]
}

extension PastStep {
  /// Points that are carried along with a run beside those that are seen.
  public init(carrying points: [Point], at level: NoiseLevel) {
    self.init(level: level, points: points, estimates: [])
  }
}
