import Diffusion
import TextScreen

/// Denoising diffusion GANs on the stage: noise is added as in diffusion, and jumps that are drawn lead
/// back.
struct DiffusionGANStage: NoisingStage {
  let process: DiffusionGANProcess
  let noising: DiffusionStage

  /// - Parameter before: the method on the stage that this one replaces.
  init?(_ laboratory: Laboratory, replacing before: (any StagedMethod)?) {
    guard let process = laboratory.diffusionGAN else { return nil }
    self.process = process
    noising = DiffusionStage(noising: laboratory, before: before)
  }

  func model(_ weights: (any TrainedWeights)?, in laboratory: Laboratory) -> any RunModel {
    DiffusionGANModel(weights as? DiffusionGANWeights, of: process)
  }
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
    let jumps = measurement.steps == 1 ? "1 jump" : "\(measurement.steps) jumps"
    return (jumps, jumps)
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
    get { methodSettings as? DiffusionGANSettings }
    set {
      guard let newValue, drawnJumps != nil else { return }
      methodSpecification = MethodSpecification(newValue)
    }
  }
}
