import Diffusion

extension Picker.Kind {
  /// Another experiment.
  public static let preset = Picker.Kind(
    id: "preset", title: "presets", rows: { $0.catalogue.presets.map(Picker.row) },
    currentID: { state in
      state.catalogue.presets.first { $0.glimpse == .success(state.experiment) }?.name
    }, wrapsSummaries: true,
    remark: { state in
      state.catalogue.presets.count < 2 ? "looked for presets in \(state.catalogue.places)" : nil
    },
    choose: { state, id in
      guard let preset = state.catalogue.presets.first(where: { $0.name == id }) else { return [] }
      return state.edit(try preset.content.get())
    })

  /// Other data.
  public static let distribution = Picker.Kind(
    id: "distribution", title: "distribution",
    rows: { _ in Picker.rows(Distribution.allCases) },
    currentID: { $0.experiment.distribution.distribution?.id },
    choose: edit { experiment, id in
      experiment.setDistribution(.named(try Distribution.named(id)))
      experiment.title = experiment.distribution.title
    })

  public static let sampler = Picker.Kind(
    id: "sampler", title: "sampler", rows: { _ in Picker.rows(Sampler.allCases) },
    currentID: { $0.experiment.sampler.kind.id }, key: "sampler",
    choose: edit { $0.sampler.kind = try Sampler.named($1) })

  public static let steps = Picker.Kind(
    id: "steps", title: "sampling steps",
    rows: { state in
      Picker.rows([1, 2, 3, 5, 10, 20, 50, 100, 250, 500, 1000]) {
        $0 <= state.experiment.schedule.timesteps
      }
    }, currentID: { String($0.stage.laboratory.grid.steps) }, key: "sampler",
    choose: edit { $0.sampler.steps = Int($1) })
}

extension Picker.Kind {
  /// Other ways to the data, by the commands for them that methods offer.
  public static let ways = Picker.Kind(
    id: "ways", title: "prior and the way from it",
    rows: { state in MethodScreen.all.flatMap { $0.offers.ways(state) } },
    currentID: { $0.stage.method.wayInUse($0) }, choose: say { $0 })
}

extension Picker {
  static func row(_ preset: PresetEntry) -> Row {
    switch preset.glimpse {
    case .success, nil:
      Row(
        id: preset.name, title: preset.name, summary: preset.summary, group: preset.group)
    case .failure(let fault):
      Row(
        id: preset.name, title: preset.name, summary: fault.message, isBroken: true,
        group: preset.group)
    }
  }
}
