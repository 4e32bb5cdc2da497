import Diffusion
import TextScreen

/// Denoising diffusion GANs on the stage: noise is added as in diffusion, and jumps that are drawn lead
/// back.
struct DiffusionGANStage: NoisingStage {
  typealias Run = DiffusionGANModel

  let process: DiffusionGANProcess
  let noising: DiffusionStage
}

extension DiffusionGANStage {
  func figures(of state: AppState, _ glyphs: Glyphs) -> [HeaderFigure] {
    noising.figures(of: state, glyphs)
      + [HeaderFigure(text: "jump \(process.ladder.jump)", rank: 5)]
  }

  func wayInUse(_ state: AppState) -> String? { "set jump \(process.ladder.jump)" }

  func runSentence(_ state: AppState) -> String {
    let count = process.ladder.count
    return "Schedule \(state.experiment.schedule.kind.title); noise becomes data in"
      + " \(count == 1 ? "one jump" : "\(count) jumps") of \(process.ladder.jump) steps, each a draw of"
      + " a generator."
  }

  func runWords(of measurement: QualityMeasurement) -> (short: String, title: String) {
    measurement.inJumps
  }

  func sentence(_ state: AppState) -> String? {
    guard state.frame.reading is DrawnJump else {
      return "Look into a particle to see where its jump may lead: the exact posterior, the"
        + " Gaussian of DDPM and the generator's draws."
    }
    return nil
  }
}

extension AppState {
  /// The networks that are shown; nil before the first report, and of other methods.
  var jumpNetworks: JumpNetworks? {
    guard let ladder = (stage.method as? DiffusionGANStage)?.process.ladder,
      let own = training.shownWeights as? DiffusionGANWeights
        ?? (stage.model as? DiffusionGANModel)?.own,
      own.networks.knows(ladder)
    else { return nil }
    return own.networks
  }

  /// The jump back from the level of this moment, by its number; nil where jumps set out from others.
  var jumpFromHere: (index: Int, ladder: JumpLadder)? {
    guard let ladder = (stage.method as? DiffusionGANStage)?.process.ladder,
      let index = ladder.levels.firstIndex(of: frame.level), index < ladder.count
    else { return nil }
    return (index, ladder)
  }
}

extension Experiment {
  /// What is said of jumps that are drawn; nil where the method is another.
  var drawnJumps: DiffusionGANSettings? {
    get { self[of: DiffusionGANSettings.self] }
    set { self[of: DiffusionGANSettings.self] = newValue }
  }
}
