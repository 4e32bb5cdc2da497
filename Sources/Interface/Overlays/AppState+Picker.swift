import Diffusion
import TextScreen

extension AppState {
  /// The list of what can be chosen, with what is in use now marked.
  func picker(_ kind: Picker.Kind) -> Picker {
    Picker(kind: kind, rows: rows(of: kind), currentID: currentID(of: kind))
  }

  private func rows(of kind: Picker.Kind) -> [Picker.Row] {
    switch kind {
    case .preset:
      catalogue.presets.map(Picker.row)
    case .distribution: Picker.rows(Distribution.allCases)
    case .schedule: Picker.rows(ScheduleKind.allCases)
    case .sampler: Picker.rows(Sampler.allCases)
    case .network: Picker.rows(Parameterization.allCases)
    case .comparison: Picker.comparisons(with: catalogue.presets)
    case .sharing: Picker.sharing
    case .ways: Picker.ways
    case .steps:
      Picker.rows([1, 2, 3, 5, 10, 20, 50, 100, 250, 500, 1000]) {
        $0 <= experiment.schedule.timesteps
      }
    case .timesteps:
      Picker.rows([2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 4000, 10_000]) { _ in true }
    }
  }

  private func currentID(of kind: Picker.Kind) -> String? {
    switch kind {
    case .preset: catalogue.presets.first { $0.glimpse == .success(experiment) }?.name
    case .distribution: experiment.distribution.distribution?.id
    case .schedule: experiment.schedule.kind.id
    case .sampler: experiment.sampler.kind.id
    case .network: experiment.model.network.predicts.id
    case .comparison: isComparing ? nil : Picker.noComparison
    case .steps: String(stage.laboratory.grid.steps)
    case .timesteps: String(experiment.schedule.timesteps)
    case .sharing: nil
    case .ways: stage.method.wayInUse(self)
    }
  }

  mutating func moveSelection(_ offset: Int) {
    switch overlay {
    case .picker(var picker):
      picker.selected = min(max(0, picker.selected + offset), max(0, picker.rows.count - 1))
      overlay = .picker(picker)
    case .help(let scroll):
      overlay = .help(
        scroll: min(
          max(0, scroll + offset), HelpOverlay.mostScroll(size: size, about: explainedPanel)))
    case .palette(let palette): movePalette(palette, to: palette.selected + offset)
    case .words(let title, let text, let scroll):
      let most = WordsOverlay.mostScroll(of: text, size: size)
      overlay = .words(title: title, text, scroll: min(max(0, scroll + offset), most))
    case .command, .drawing, .confirmQuit, nil:
      break
    }
  }

  /// How many rows of what lies over the panels are seen at once.
  var rowsOfPage: Int {
    let screen = ScreenLayout.overlays(on: size)
    return switch overlay {
    case .picker(let picker): PickerLayout(picker, on: screen).visible.count
    case .palette(let palette): PaletteLayout(palette, on: screen).visible.count
    case .help: HelpPage(on: screen, about: explainedPanel).height
    case .words(_, let text, _): WordsOverlay.rows(of: text, size: size)
    case .command, .drawing, .confirmQuit, nil: 1
    }
  }

  mutating func accept() -> [Effect] {
    if case .command(let line) = overlay { return run(line) }
    if case .palette(let palette) = overlay { return accept(palette) }
    guard case .picker(let picker) = overlay else { return [] }
    guard picker.rows.indices.contains(picker.selected) else { return [] }
    let row = picker.rows[picker.selected]
    if row.isBroken {
      warn(row.summary)
      return []
    }
    overlay = nil
    return choose(row.id, of: picker.kind)
  }

  private mutating func choose(_ id: String, of kind: Picker.Kind) -> [Effect] {
    var changed = experiment
    do {
      switch kind {
      case .comparison:
        return try Command.actions(for: "compare \(id)", in: self).flatMap { route($0) }
      case .preset:
        guard let preset = catalogue.presets.first(where: { $0.name == id }) else { return [] }
        changed = try preset.content.get()
      case .distribution: changed.setDistribution(.named(try Distribution.named(id)))
      case .schedule: changed.schedule = experiment.schedule.changed(to: try .named(id))
      case .sampler: changed.sampler.kind = try Sampler.named(id)
      case .network: changed.model.network.predicts = try Parameterization.named(id)
      case .steps: changed.sampler.steps = Int(id)
      case .timesteps: changed.setTimesteps(Int(id) ?? experiment.schedule.timesteps)
      case .sharing, .ways: return try Command.actions(for: id, in: self).flatMap { route($0) }
      }
    } catch {
      warn("\(error)")
      return []
    }
    changed.title = kind == .distribution ? changed.distribution.title : changed.title
    return edit(changed)
  }
}

extension Experiment {
  /// Another number of noising steps; the sampler never has more steps than that.
  mutating func setTimesteps(_ count: Int) {
    schedule.timesteps = count
    if let steps = sampler.steps { sampler.steps = min(steps, count) }
  }
}

extension Picker {
  /// What can be shared, by the commands for it.
  static let sharing = [
    Row(
      id: "share", title: "command line",
      summary: "one line that opens this very screen for anyone who pastes it"),
    Row(id: "save picture svg", title: "picture, SVG", summary: "for slides and papers"),
    Row(
      id: "save picture ansi", title: "picture, coloured text",
      summary: "for a terminal, with cat"),
    Row(id: "save picture text", title: "picture, plain text", summary: "for mail and issues"),
    Row(
      id: "save picture description", title: "description",
      summary: "what the screen shows, in sentences"),
    Row(id: "save points", title: "points", summary: "the cloud as it is now, as CSV"),
    Row(id: "save chart csv", title: "chart (Q), table", summary: "quality by steps, as CSV"),
    Row(id: "save chart svg", title: "chart (Q), SVG", summary: "the same drawn, for papers"),
    Row(id: "save budget csv", title: "error budget (B), table", summary: "its parts, as CSV"),
    Row(id: "save budget svg", title: "error budget (B), SVG", summary: "the same drawn"),
    Row(id: "save curve csv", title: "guidance by weight (Y), table", summary: "as CSV"),
    Row(id: "save curve svg", title: "guidance by weight (Y), SVG", summary: "the same drawn"),
    Row(id: "save preset", title: "preset", summary: "the experiment as YAML"),
    Row(id: "save weights", title: "weights", summary: "the network as safetensors"),
  ]

  /// The ways to the data that methods offer, by the commands for them.
  static let ways = MethodScreen.all.flatMap(\.ways)

  static func rows<Family: Choice>(_ members: [Family]) -> [Row] {
    members.map { Row(id: $0.id, title: $0.title, summary: $0.summary) }
  }

  static let noComparison = "off"

  static func comparisons(with presets: [PresetEntry]) -> [Row] {
    [Row(id: noComparison, title: "one experiment", summary: "the side in hand, alone")]
      + ContrastPreset.allCases.map { Row(id: $0.words, title: $0.title, summary: $0.summary) }
      + presets.map { preset in
        let row = row(preset)
        return Row(
          id: "preset \(preset.name)", title: "beside \(preset.name)", summary: row.summary,
          isBroken: row.isBroken)
      }
  }

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

  static func rows(_ numbers: [Int], where isPossible: (Int) -> Bool) -> [Row] {
    numbers.filter(isPossible).map { Row(id: String($0), title: String($0), summary: "") }
  }
}
