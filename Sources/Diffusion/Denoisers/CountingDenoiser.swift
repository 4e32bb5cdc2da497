import Synchronization

/// A model that counts how often it was asked, for each point of the batch.
public final class CountingDenoiser: Denoiser {
  private let model: any Denoiser
  private let count = Mutex(0)

  public init(_ model: any Denoiser) {
    self.model = model
  }

  /// How many networks were asked so far.
  public var calls: Int { count.withLock { $0 } }

  public func estimate(
    _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]
  ) {
    count.withLock { $0 += model.calls(at: level) }
    model.estimate(points, at: level, into: &estimates)
  }

  public func answer(
    of points: [Point], at level: NoiseLevel
  ) -> (estimates: [Estimate], variance: LearnedVariance?) {
    count.withLock { $0 += model.calls(at: level) }
    return model.answer(of: points, at: level)
  }

  public var isRounded: Bool { model.isRounded }

  public func calls(at level: NoiseLevel) -> Int { model.calls(at: level) }
}
