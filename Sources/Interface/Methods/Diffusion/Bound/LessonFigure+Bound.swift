import Diffusion

extension LessonFigure {
  /// The bound of the chain of denoising steps, in nats of the data's own units, and how much its estimate
  /// varies along a schedule.
  static let bound: [LessonFigure] = [
    bound("nll-bound", "the variational bound on -E ln p(x_0), in nats") { bound, unit, _ in
      bound.total.value + unit
    },
    bound("bound-gap", "how far that is above the entropy of the data, in nats") {
      $0.total.value - $2.targetEntropy(drawing: draws).value
    },
    bound("bound-prior", "its part of the noise end, L_T, in nats") { bound, _, _ in
      bound.prior.value
    },
    bound("bound-steps", "its part of the steps, the sum of L_t for t = 2..T, in nats") {
      bound, _, _ in bound.terms.reduce(0) { $0 + $1.value }
    },
    bound("bound-last", "its part of the last step, L_0, in nats") { bound, unit, _ in
      bound.reconstruction.value + unit
    },
    LessonFigure(
      "bound-term", [.number("STEP")], "its term L_t of the step from t, from 2 to T, in nats"
    ) { measured, values in
      let (subject, t) = try subject(measured, values, from: 2)
      return subject.term(t, count: points, randomness: measured.state.experiment.randomness).value
    },
    LessonFigure(
      "bound-weight", [.number("STEP")],
      "what a squared error of the noise at t counts in it, in times of the mean"
    ) { measured, values in
      let (subject, t) = try subject(measured, values, from: 1)
      let weights = (1...subject.schedule.timesteps).map(subject.noiseWeight).filter(\.isFinite)
      return subject.noiseWeight(t) / (weights.reduce(0, +) / Double(max(1, weights.count)))
    },
    varies("schedule-variance", "along the schedule") { noise, schedule, _, _ in
      noise.variance(of: schedule)
    },
    varies("schedule-variance-learned", "along a schedule that a monotone network learns") {
      noise, _, ends, learner in
      var learner = learner
      learner.advance(by: ScheduleLearner.usualSteps)
      return noise.variance(of: learner.network, between: ends)
    },
    varies("schedule-variance-least", "at least") { noise, _, ends, _ in
      noise.leastVariance(between: ends)
    },
  ]

  /// How many noisy points are drawn at a level, where some are, and for the entropy.
  private static let points = 200
  private static let draws = 10_000

  private static func bound(
    _ id: String, _ summary: String,
    _ value: @escaping @Sendable (VariationalBound, _ unit: Double, Laboratory) -> Double
  ) -> LessonFigure {
    LessonFigure(id, [], summary) { measured, _ in
      let laboratory = measured.state.stage.laboratory
      let bound = try VariationalBound(
        of: try subject(measured), count: points, randomness: laboratory.experiment.randomness)
      return value(bound, laboratory.frame.logVolume, laboratory)
    }
  }

  private static func subject(_ measured: MeasuredState) throws -> VariationalBound.Subject {
    let stage = measured.state.stage
    guard let subject = stage.model.boundSubject(in: stage.laboratory) else {
      throw MissingFigure(stage.method.noBound ?? "there is no bound here")
    }
    return subject
  }

  /// The bound's subject and a step of its chain.
  private static func subject(
    _ measured: MeasuredState, _ values: FigureValues, from first: Int
  ) throws -> (VariationalBound.Subject, Int) {
    let subject = try subject(measured)
    guard let t = Int(exactly: values.numbers[0].rounded()),
      (first...max(first, subject.schedule.timesteps)).contains(t)
    else {
      throw MissingFigure("a step is from \(first) to \(subject.schedule.timesteps)")
    }
    return (subject, t)
  }

  /// How much the bound's estimate varies.
  private static func varies(
    _ id: String, _ words: String,
    _ value:
      @escaping @Sendable (
        BoundNoise, Schedule, ClosedRange<Double>, ScheduleLearner
      ) -> Double?
  ) -> LessonFigure {
    LessonFigure(id, [], "the variance of the bound's estimate \(words), in square nats") {
      measured, _ in
      let stage = measured.state.stage
      let laboratory = stage.laboratory
      guard let model = stage.model as? DenoisingModel, let ends = laboratory.schedule.logSNREnds
      else { throw MissingFigure("there is no chain of denoising steps here") }
      let (target, randomness) = (laboratory.target, laboratory.experiment.randomness)
      // As many draws as the panel beside the text takes, so that both tell the same.
      let noise = BoundNoise(
        of: model.denoiser, on: target, count: ScheduleStudy.count, randomness: randomness)
      let learner = ScheduleLearner(of: model.denoiser, on: target, randomness: randomness)
      return value(noise, laboratory.schedule, ends, learner)
    }
  }
}
