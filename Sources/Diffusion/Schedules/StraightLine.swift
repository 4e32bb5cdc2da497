extension ScheduleKind {
  /// The straight path of flow matching, `x = (1 − time) · clean + time · noise`
  /// (Lipman et al. 2023; Liu et al. 2023), at times 1/T, 2/T, … 1.
  public static let straightLine = ScheduleKind(
    id: "straight-line", title: "Straight line",
    summary: "data and noise blended in a line; flow matching's", parameters: [],
    rule: .levels(.straightLine) { specification in
      let count = specification.timesteps
      return (1...count).map { step in
        let time = Double(step) / Double(count)
        return NoiseLevel(alpha: Double(count - step) / Double(count), sigma: time)
      }
    },
    path: { _ in
      ContinuousPath(
        level: { NoiseLevel(alpha: 1 - $0, sigma: $0) },
        rates: { _ in ContinuousPath.Rates(alpha: -1, sigma: 1) })
    })
}
