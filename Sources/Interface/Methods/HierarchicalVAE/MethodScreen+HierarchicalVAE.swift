import Diffusion
import TextScreen

extension MethodScreen {
  static let hierarchicalVAE = MethodScreen.noising(
    .hierarchicalVAE, predictor: "decoder",
    reverse: RunWords(short: "decoding", long: "Reverse, decoding level by level"),
    tilted: "the tilted densities of this level, which no decoder is made for",
    name: { _ in "levels" }, plane: HierarchicalVAEPlane(), comparison: .hierarchicalVAE,
    offers: MethodOffers(
      commands: Command.levels, ways: { $0.experiment.hierarchy == nil ? [] : $0.levelRows },
      panels: [.levels], figures: LessonFigure.hierarchicalVAE),
    watched: { laboratory in
      laboratory.hierarchy.map { laboratory.visiting($0.ladder.grid) } ?? laboratory
    }, stage: { HierarchicalVAEStage($0, replacing: $1) })
}

extension ComparisonWords {
  static let hierarchicalVAE = ComparisonWords.ofSettings(
    HierarchicalVAESettings.self, named: "hierarchical VAE",
    families: [
      ContrastFamily(HierarchicalVAESettings.Encoder.self) {
        let timesteps = $0.schedule.timesteps
        $0.hierarchy?.encode(by: $1, on: timesteps)
      }
    ], telling: { ["levels \($0.levels)", "encoder \($0.encoder.rawValue)"] })
}

extension Command {
  /// What is said of levels of latents.
  static let levels = [
    Command(
      "set levels", "T", example: "8", "how many levels of latents hierarchical-vae has",
      choices: { state in
        let timesteps = state.experiment.schedule.timesteps
        return (state.experiment.hierarchy?.levels(on: timesteps) ?? []).map(String.init)
      }, current: { $0.experiment.hierarchy.map { String($0.levels) } }
    ) { value, state in
      try state.changedHierarchy { settings in
        guard let levels = Int(value) else {
          throw CommandError("levels is a whole number, not '\(value.excerpt)'")
        }
        settings.levels = levels
      }
    },
    Command(
      "set encoder", "fixed|learned", example: "learned",
      "who says which latents a point of hierarchical-vae may be of",
      choices: { $0.experiment.hierarchy == nil ? [] : encoders },
      current: { $0.experiment.hierarchy?.encoder.rawValue }
    ) { value, state in
      try state.changedHierarchy { settings in
        let encoder = try member(
          value, of: HierarchicalVAESettings.Encoder.self, called: "encoder")
        settings.encode(by: encoder, on: state.experiment.schedule.timesteps)
      }
    },
  ]

  private static let encoders = HierarchicalVAESettings.Encoder.allCases.map(\.rawValue)
}

extension HierarchicalVAESettings {
  /// Chooses an encoder, with as many levels as it can be learned through.
  fileprivate mutating func encode(by encoder: Encoder, on timesteps: Int) {
    self.encoder = encoder
    let known = self.levels(on: timesteps)
    levels = known.last { $0 <= levels } ?? levels
  }
}

extension AppState {
  /// The experiment with other levels or another encoder; refused where there are none.
  fileprivate func changedHierarchy(
    _ change: (inout HierarchicalVAESettings) throws -> Void
  ) throws -> [Action] {
    guard var settings = experiment.hierarchy else {
      throw CommandError(
        "only hierarchical-vae has levels of latents; 'preset hierarchical-vae' shows them")
    }
    try change(&settings)
    var changed = experiment
    changed.hierarchy = settings
    return [.experiment(.change(changed))]
  }

  /// Both encoders and numbers of levels as rows of a list, by the commands for them.
  fileprivate var levelRows: [Picker.Row] {
    let known = experiment.hierarchy?.levels(on: experiment.schedule.timesteps) ?? []
    let encoders: [(HierarchicalVAESettings.Encoder, String)] = [
      (.fixed, "noise is added by the schedule: a diffusion"),
      (.learned, "a network that learns with the decoder"),
    ]
    return encoders.map { encoder, summary in
      Picker.Row(
        id: "set encoder \(encoder.rawValue)", title: "encoder: \(encoder.rawValue)",
        summary: summary)
    }
      + known.filter { $0 <= Self.mostLevels || $0 == experiment.schedule.timesteps }.map {
        levels in
        Picker.Row(
          id: "set levels \(levels)", title: "levels: \(levels)",
          summary: levels == 1
            ? "one latent: a variational auto-encoder" : "\(levels) levels of latents")
      }
  }

  private static let mostLevels = 20
}
