extension ScheduleKind {
  /// Betas drawn by hand: a monotone cubic through control points.
  public static let custom = ScheduleKind(
    id: "custom", title: "Custom",
    summary: "betas on a smooth curve through your own control points", parameters: [.points],
    rule: .betas { specification in
      let curve = MonotoneCubic(through: specification.points)
      return specification.betas { min(1, max(0, curve.value(at: $0))) }
    })
}
