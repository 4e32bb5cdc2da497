import Diffusion
import TextScreen

/// Energy models on the stage: noise is added as in diffusion, and chains walk back in the landscape.
struct EnergyStage: NoisingStage {
  typealias Run = EnergyRun

  let process: EnergyProcess
  let noising: DiffusionStage
}

extension EnergyStage {
  var judgesScore: Bool { true }

  /// Of the level, and how many of the steps in the landscape are taken.
  func figures(of state: AppState, _ glyphs: Glyphs) -> [HeaderFigure] {
    noising.figures(of: state, glyphs)
      + (acceptance(state).map {
        [HeaderFigure(text: "accepted " + Text.share($0), rank: 5)]
      } ?? [])
  }

  /// The mean probability with which a few particles would take another step here; nil where all are
  /// taken.
  func acceptance(_ state: AppState) -> Double? {
    let level = state.frame.level
    guard process.settings.isMetropolis, !level.isClean,
      let run = state.stage.model as? EnergyRun
    else { return nil }
    let points = Array(state.frame.points.prefix(Self.asked))
    var stream = state.experiment.randomness.stream(.reference, step: state.frame.step)
    return process.chain(in: run.model, at: level, state.stage.laboratory)
      .walked(points, steps: 1, from: &stream).acceptance
  }

  /// How many particles are asked in every frame.
  private static let asked = 64

  func wayInUse(_ state: AppState) -> String? { "set objective \(process.settings.objective.id)" }

  func runSentence(_ state: AppState) -> String {
    let options = state.experiment.sampler.options
    return
      "Schedule \(state.experiment.schedule.kind.title); \(options.corrections) Langevin steps at"
      + " each of \(state.stage.laboratory.grid.steps) levels"
      + (process.settings.isMetropolis ? ", each of which may be refused (MALA)." : ".")
  }
}

extension AppState {
  /// The learned energy that is shown; nil before the first report, and of other methods.
  var learnedEnergy: LearnedEnergy? {
    (training.shownWeights as? EnergyWeights).map { LearnedEnergy($0) }
  }
}

extension Experiment {
  /// What is said of energy models; nil where the method is another.
  var energy: EnergySettings? {
    get { self[of: EnergySettings.self] }
    set { self[of: EnergySettings.self] = newValue }
  }
}
