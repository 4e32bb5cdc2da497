import Diffusion
import Foundation

extension LessonFigure {
  /// Figures of the schedule, at the moment shown or after a number of noising steps.
  static let schedule: [LessonFigure] = [
    LessonFigure("alpha-bar", [.optional("STEPS")], "alpha^2, the share of the data's variance") {
      $0.level($1).alphaBar
    },
    LessonFigure("alpha", [.optional("STEPS")], "what the clean point is multiplied by") {
      $0.level($1).alpha
    },
    LessonFigure("sigma", [.optional("STEPS")], "the standard deviation of the noise") {
      $0.level($1).sigma
    },
    LessonFigure("snr", [.optional("STEPS")], "signal-to-noise ratio, alpha^2 / sigma^2") {
      exp($0.level($1).logSNR)
    },
    LessonFigure("log-snr", [.optional("STEPS")], "its natural logarithm") { $0.level($1).logSNR },
    LessonFigure("beta", [.number("STEP")], "the variance that a noising step adds, from 1 to T") {
      let schedule = $0.laboratory.schedule
      let index = Int(min(max($1.numbers[0], 1), Double(schedule.timesteps)).rounded()) - 1
      return schedule.betas[index]
    },
    LessonFigure("last-alpha-bar", "alpha^2 after all T noising steps") { measured, _ in
      measured.laboratory.schedule.levels.last?.alphaBar
    },
    LessonFigure("last-snr", "the terminal SNR, alpha^2 / sigma^2 after all T noising steps") {
      measured, _ in measured.laboratory.schedule.levels.last.map { exp($0.logSNR) }
    },
    LessonFigure("noise-end", "what is left of the data at the end; up to 0.001 is noise") {
      measured, _ in measured.laboratory.noiseEnd.ratio
    },
    LessonFigure(
      "steps-to", [.number("ALPHA-BAR")], "noising steps until alpha^2 is not above a number"
    ) { measured, values in
      let levels = measured.laboratory.schedule.levels
      return levels.firstIndex { $0.alphaBar <= values.numbers[0] }.map { Double($0 + 1) }
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
    LessonFigure("time", "the place on the timeline: 0 is data, 1 is noise") { measured, _ in
      measured.state.frame.time
    },
  ]

  init(
    _ id: String, _ summary: String,
    measure: @escaping @Sendable (MeasuredState, FigureValues) -> Double?
  ) {
    self.init(id, [], summary, measure: measure)
  }
}
