import Diffusion
import TextScreen

extension MethodScreen {
  static let diffusionGAN = MethodScreen.noising(
    .diffusionGAN, predictor: "generator",
    reverse: RunWords(short: "jumping", long: "Reverse, by drawn jumps to the data"),
    curl: "a generator has no curl of its own",
    tilted: "the tilted densities of this level, which no jump is made for",
    lobes: "p(x0 | x_t), p(x_t-k | x_t)", name: { _ in "jumps" }, plane: DiffusionGANPlane(),
    comparison: .diffusionGAN,
    offers: MethodOffers(
      commands: Command.drawnJumps,
      ways: { $0.experiment.drawnJumps == nil ? [] : $0.jumpRows },
      figures: LessonFigure.diffusionGAN),
    watched: { laboratory in
      laboratory.diffusionGAN.map { laboratory.visiting($0.ladder.grid) } ?? laboratory
    },
    stage: { DiffusionGANStage($0, replacing: $1) })
}

extension ComparisonWords {
  static let diffusionGAN = ComparisonWords.ofSettings(
    DiffusionGANSettings.self, named: "diffusion GAN", telling: { ["jump \($0.jump)"] })
}

extension Command {
  /// How far jumps go back.
  static let drawnJumps = [
    Command(
      "set jump", "K", example: "250",
      "how many steps of the schedule a jump of diffusion-gan goes back",
      choices: { $0.experiment.drawnJumps == nil ? [] : $0.knownJumps.map(String.init) },
      current: { $0.experiment.drawnJumps.map { String($0.jump) } }
    ) { value, state in
      guard state.experiment.drawnJumps != nil else {
        throw CommandError("only diffusion-gan jumps so; 'preset diffusion-gan' shows it")
      }
      guard let jump = Int(value) else {
        throw CommandError("a jump is a whole number of steps, not '\(value.excerpt)'")
      }
      var changed = state.experiment
      changed.drawnJumps?.jump = jump
      return [.experiment(.change(changed))]
    }
  ]
}

extension AppState {
  /// The jumps that divide the schedule.
  fileprivate var knownJumps: [Int] {
    DiffusionGANSettings.jumps(on: experiment.schedule.timesteps)
  }

  /// The longer of them as rows of a list, by the commands for them.
  fileprivate var jumpRows: [Picker.Row] {
    let timesteps = experiment.schedule.timesteps
    return knownJumps.filter { timesteps / $0 <= Self.mostJumps }.map { jump in
      let count = timesteps / jump
      return Picker.Row(
        id: "set jump \(jump)", title: "jump: \(jump) steps",
        summary: count == 1 ? "all of the way at once" : "\(count) jumps to the data")
    }
  }

  private static let mostJumps = 20
}
