import Diffusion
import Foundation

extension LessonFigure {
  /// Figures of the schedule, at the moment shown or after a number of noising steps.
  static let schedule: [LessonFigure] = [
    LessonFigure("alpha-bar", [.optional("STEPS")], "alpha^2, the share of the data's variance") {
      try $0.level($1).alphaBar
    },
    LessonFigure("alpha", [.optional("STEPS")], "what the clean point is multiplied by") {
      try $0.level($1).alpha
    },
    LessonFigure("sigma", [.optional("STEPS")], "the standard deviation of the noise") {
      try $0.level($1).sigma
    },
    LessonFigure("snr", [.optional("STEPS")], "signal-to-noise ratio, alpha^2 / sigma^2") {
      exp(try $0.level($1).logSNR)
    },
    LessonFigure("log-snr", [.optional("STEPS")], "its natural logarithm") {
      try $0.level($1).logSNR
    },
    LessonFigure(
      "beta", [.number("STEP")],
      "the share of the variance that a noising step replaces, from 1 to T"
    ) {
      let schedule = try $0.schedule()
      let index = Int(min(max($1.numbers[0], 1), Double(schedule.timesteps)).rounded()) - 1
      return schedule.betas[index]
    },
    LessonFigure("last-alpha-bar", "alpha^2 after all T noising steps") { measured, _ in
      try measured.schedule().levels.last?.alphaBar
    },
    LessonFigure("last-snr", "the terminal SNR, alpha^2 / sigma^2 after all T noising steps") {
      measured, _ in try measured.schedule().levels.last.map { exp($0.logSNR) }
    },
    LessonFigure("noise-end", "what is left of the data at the end; up to 0.001 is noise") {
      measured, _ in measured.laboratory.noiseEnd.ratio
    },
    LessonFigure(
      "steps-to", [.number("ALPHA-BAR")], "noising steps until alpha^2 is not above a number"
    ) { measured, values in
      let levels = try measured.schedule().levels
      guard let index = levels.firstIndex(where: { $0.alphaBar <= values.numbers[0] }) else {
        throw MissingFigure("alpha^2 stays above \(values.numbers[0]) to the end of the schedule")
      }
      return Double(index + 1)
    },
    LessonFigure(
      "least-noise-loss", [.optional("STEPS")],
      "E|noise - E[noise | x_t]|^2 per coordinate: what no prediction of the noise can be below"
    ) {
      let level = try $0.level($1)
      guard let loss = $0.method.leastNoiseLoss(at: level, in: $0.laboratory) else {
        throw MissingFigure("how well noise can be predicted here is no closed form")
      }
      return loss
    },
    LessonFigure("timesteps", "T, the number of noising steps") { measured, _ in
      Double(measured.laboratory.schedule.timesteps)
    },
    LessonFigure("steps", "the number of steps of the sampler") { measured, _ in
      Double(measured.laboratory.grid.steps)
    },
    LessonFigure("step", "the step of the run that is shown") { measured, _ in
      Double(measured.state.frame.step)
    },
    LessonFigure("time", [], "the place on the timeline: 0 is data, 1 is noise", isTime: true) {
      measured, _ in
      measured.state.frame.place.time
    },
  ]

  init(
    _ id: String, _ summary: String,
    measure: @escaping @Sendable (MeasuredState, FigureValues) throws -> Double?
  ) {
    self.init(id, [], summary, measure: measure)
  }
}
