import Diffusion

/// A schedule learned beside the screen, for the bound's estimate to vary least: of the model as it was
/// when the study began. It serves every schedule that is bent beside it, between that one's ends.
public struct ScheduleStudy: Study {
  /// How much the estimate varies along any schedule; nil in the first slice.
  private(set) var noise: BoundNoise?
  /// When the schedule learned so far passes every log-SNR; nil before its first step.
  private(set) var passage: LogSNRPassage?
  /// How many optimizer steps the network has learned for; nil of the exact model.
  let trainingSteps: Int?
  /// What it is about.
  private let experiment: Experiment
  private let model: any Denoiser
  private let data: GaussianMixture
  private var learner: ScheduleLearner

  init(_ laboratory: Laboratory, model: any Denoiser, trainingSteps: Int?) {
    experiment = laboratory.experiment
    self.model = model
    self.trainingSteps = trainingSteps
    data = laboratory.target
    learner = ScheduleLearner(
      of: model, on: data, randomness: laboratory.experiment.randomness)
  }

  public var progress: Double { Double(learner.steps) / Double(ScheduleLearner.usualSteps) }

  /// How many steps a slice has: some ten milliseconds' work.
  private static let slice = 8
  /// How many noisy points tell how much the estimate varies at a level.
  static let count = 400

  public mutating func advance() {
    if noise == nil {
      noise = BoundNoise(
        of: model, on: data, count: Self.count, randomness: experiment.randomness)
    }
    learner.advance(by: min(Self.slice, ScheduleLearner.usualSteps - learner.steps))
    passage = learner.passage
  }

  /// Whether two editions are alike in all that it asks about: all but the schedule, and how it is
  /// sampled and called.
  static func asksTheSame(of one: Edition, and other: Edition) -> Bool {
    var same = other
    same.experiment.schedule = one.experiment.schedule
    same.experiment.sampler = one.experiment.sampler
    same.experiment.title = one.experiment.title
    same.experiment.particles = one.experiment.particles
    return same == one
  }
}

/// The variance of the bound's estimate along a schedule, along the learned one with the same ends, and
/// at least.
struct ScheduleVariances: Equatable {
  let own: Double
  let learned: Double
  let least: Double

  /// Nil while nothing is learned.
  init?(_ study: ScheduleStudy, _ schedule: Schedule) {
    guard let noise = study.noise, let passage = study.passage, let ends = schedule.logSNREnds,
      let own = noise.variance(of: schedule)
    else { return nil }
    self.own = own
    learned = noise.variance(of: passage, between: ends)
    least = noise.leastVariance(between: ends)
  }
}
