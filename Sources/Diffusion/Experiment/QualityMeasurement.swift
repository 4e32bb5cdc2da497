import Synchronization

/// How good a model's samples are under an experiment, and how they were drawn.
public struct QualityMeasurement: Sendable {
  public let report: QualityReport
  /// The model's distance from the exact answer along the schedule.
  public let scoreErrors: [ScoreError]
  public let sampler: Sampler
  public let steps: Int
  /// What there is to say of the way the samples came, if it was measured.
  public var path: PathQuality?
}

extension Laboratory {
  /// The meter for clouds of a size, made once.
  func meter(count: Int) -> QualityMeter {
    var meter = meters.meter(count: count) {
      QualityMeter(
        mixture: target, count: count, randomness: experiment.randomness, frame: frame)
    }
    meter.measuresExactly = measuresExactly
    return meter
  }
}

/// Keeps the meter that was used last: while a network learns its samples are measured again and
/// again, and the real data they are held against stays the same.
final class MeterShelf: Sendable {
  private let latest = Mutex<QualityMeter?>(nil)

  func meter(count: Int, make: () -> QualityMeter) -> QualityMeter {
    if let meter = latest.withLock({ $0 }), meter.count == count { return meter }
    let meter = make()
    latest.withLock { $0 = meter }
    return meter
  }
}
