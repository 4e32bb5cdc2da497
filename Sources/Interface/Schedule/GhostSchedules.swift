import Diffusion

/// The well-known schedules of as many steps as the one in use, to stand behind its curve.
struct GhostSchedules: Sendable {
  private let timesteps: Int
  private let schedules: [(kind: ScheduleKind, schedule: Schedule)]

  /// - Parameter before: those of the schedule that was in use before, kept where they still hold:
  ///   a drag makes many schedules of the same length.
  init(_ schedule: Schedule, before: GhostSchedules?) {
    guard schedule.geometry == .variancePreserving else {
      (timesteps, schedules) = (0, [])
      return
    }
    if let before, before.timesteps == schedule.timesteps {
      self = before
      return
    }
    timesteps = schedule.timesteps
    schedules = Self.kinds.compactMap { kind in
      let specification = ScheduleSpecification(kind: kind, timesteps: schedule.timesteps)
      return (try? Schedule(specification)).map { (kind, $0) }
    }
  }

  private static let kinds: [ScheduleKind] = [.linear, .cosine, .sigmoid]

  /// All of them but the kind that is in use itself.
  func schedules(besides kind: ScheduleKind) -> [(kind: ScheduleKind, schedule: Schedule)] {
    schedules.filter { $0.kind != kind }
  }
}
