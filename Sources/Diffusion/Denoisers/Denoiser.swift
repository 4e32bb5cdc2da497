/// A model that can say, for noisy points at a level, where they came from.
public protocol Denoiser: Sendable {
  /// Estimates every point of a batch.
  ///
  /// - Parameters:
  ///   - points: the noisy points, in the schedule's own coordinates at `level`.
  ///   - level: the noise level all of them are at.
  ///   - estimates: filled with one estimate per point; has as many elements as `points`.
  func estimate(_ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate])

  /// The estimates of a batch and, of a model that has learned it, how wide an ancestral step is from
  /// each of its points; nil of all others.
  func answer(
    of points: [Point], at level: NoiseLevel
  ) -> (estimates: [Estimate], variance: LearnedVariance?)

  /// How many networks are asked for an estimate at a level: two where guidance compares two.
  func calls(at level: NoiseLevel) -> Int

  /// Whether its answers have the rounding of single precision, as those of networks do.
  var isRounded: Bool { get }

  /// The model of some labels alone; nil for a model that does not know them.
  func conditioned(on selection: LabelSelection) -> (any Denoiser)?
}

extension Denoiser {
  /// One, for a model that is not made of others.
  public func calls(at level: NoiseLevel) -> Int { 1 }

  /// No, for a model that answers in double precision.
  public var isRounded: Bool { false }

  /// The estimates alone, for a model that has learned nothing else.
  public func answer(
    of points: [Point], at level: NoiseLevel
  ) -> (estimates: [Estimate], variance: LearnedVariance?) {
    (estimates(of: points, at: level), nil)
  }

  /// Nil, for a model that knows no labels.
  public func conditioned(on selection: LabelSelection) -> (any Denoiser)? { nil }

  /// The estimates of a batch, in a new array.
  public func estimates(of points: [Point], at level: NoiseLevel) -> [Estimate] {
    var estimates = [Estimate](repeating: .zero, count: points.count)
    estimate(points, at: level, into: &estimates)
    return estimates
  }
}
