import Synchronization

/// How good a model's samples are under an experiment, and how they were drawn.
public struct QualityMeasurement: Sendable {
  public let report: QualityReport
  /// The model's distance from the exact answer along the schedule.
  public let scoreErrors: [ScoreError]
  public let sampler: Sampler
  public let steps: Int
  /// What there is to say of the way, where it starts from another prior.
  public var transport: TransportQuality?
}

extension Laboratory {
  /// The most sampling steps of a measurement beside the screen.
  public static let measuredSteps = 50

  /// The way back that a screen can afford every few seconds: the experiment's own sampler where it
  /// takes few steps, else DDIM in fifty.
  public func briefProcess(with denoiser: any Denoiser) -> ReverseProcess {
    let isBrief = grid.steps <= Self.measuredSteps
    let brief =
      isBrief
      ? grid
      : GridKind.trailing.grid(on: schedule, steps: min(Self.measuredSteps, schedule.timesteps))
    return ReverseProcess(
      denoiser: guided(denoiser), sampler: isBrief ? experiment.sampler.kind : .ddim,
      options: isBrief ? experiment.sampler.options : SamplerOptions(), grid: brief,
      randomness: experiment.randomness)
  }

  /// Measures a model's samples, drawn by the brief way back.
  public func measurement(of denoiser: any Denoiser, count: Int) -> QualityMeasurement {
    let process = briefProcess(with: denoiser)
    let start = ReverseProcess.start(
      count: count, schedule: schedule, grid: process.grid, randomness: experiment.randomness)
    return QualityMeasurement(
      report: meter(count: count).report(
        on: process.run(from: start), networkCalls: process.networkCalls),
      scoreErrors: ScoreError.profile(
        of: denoiser, against: mixture, along: schedule, levels: 8, count: 500,
        randomness: experiment.randomness),
      sampler: process.sampler, steps: process.grid.steps)
  }

  /// The meter for clouds of a size, made once.
  func meter(count: Int) -> QualityMeter {
    meters.meter(count: count) {
      QualityMeter(
        mixture: target, count: count, randomness: experiment.randomness, frame: frame)
    }
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
