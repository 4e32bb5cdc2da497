extension Law {
  /// What every schedule obeys.
  static let scheduleLaws = [
    Law(id: "snr-never-rises", title: "largest rise of log-SNR along any schedule") {
      let rises = try schedules().flatMap { schedule in
        zip(schedule.levels, schedule.levels.dropFirst()).map { $1.logSNR - $0.logSNR }
      }
      return .at(most: 0, rises.max() ?? .nan)
    },
    Law(id: "rates-are-derivatives", title: "rates of continuous paths against differences") {
      let step = 1e-5
      var worst = 0.0
      for path in try schedules().compactMap(\.path) {
        for time in [0.1, 0.3, 0.5, 0.7, 0.9] {
          let (before, after) = (path.level(at: time - step), path.level(at: time + step))
          let rates = path.rates(at: time)
          worst = max(worst, deviation((after.alpha - before.alpha) / (2 * step), rates.alpha))
          worst = max(worst, deviation((after.sigma - before.sigma) / (2 * step), rates.sigma))
        }
      }
      return .at(most: 1e-6, worst)
    },
    Law(id: "jump-is-walk", title: "the kernel against its steps one after another") {
      var worst = 0.0
      for schedule in try schedules() {
        var (scale, variance) = (1.0, 0.0)
        for t in schedule.levels.indices {
          let transition = schedule.transition(atIndex: t)
          scale *= transition.scale
          variance = transition.scale * transition.scale * variance + transition.variance
          let level = schedule.levels[t]
          worst = max(worst, deviation(scale, level.alpha))
          worst = max(worst, deviation(variance, level.sigma * level.sigma))
        }
      }
      return .at(most: 1e-11, worst)
    },
  ]

  /// One schedule of every kind.
  private static func schedules() throws -> [Schedule] {
    let points = [Point(0, 0.0001), Point(0.6, 0.004), Point(1, 0.02)]
    return try ScheduleKind.allCases.map { kind in
      try Schedule(ScheduleSpecification(kind: kind, points: points))
    }
  }
}
