import Diffusion

extension Picker.Kind {
  public static let schedule = Picker.Kind(
    id: "schedule", title: "schedule", rows: { _ in Picker.rows(ScheduleKind.allCases) },
    currentID: { $0.experiment.schedule.kind.id }, key: "schedule",
    choose: edit { $0.schedule = $0.schedule.changed(to: try .named($1)) })

  public static let timesteps = Picker.Kind(
    id: "timesteps", title: "timesteps",
    rows: { _ in
      Picker.rows([2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 4000, 10_000])
    }, currentID: { String($0.experiment.schedule.timesteps) }, key: "schedule",
    choose: edit { $0.setTimesteps(Int($1) ?? $0.schedule.timesteps) })
}
