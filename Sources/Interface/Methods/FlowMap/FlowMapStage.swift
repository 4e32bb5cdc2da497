import Diffusion
import TextScreen

/// Flow maps on the stage: noise is added as in diffusion, and jumps lead back.
struct FlowMapStage: NoisingStage {
  typealias Run = FlowMapModel

  let process: FlowMapProcess
  let noising: DiffusionStage

  func leastNoiseLoss(at level: NoiseLevel, in laboratory: Laboratory) -> Double? {
    noising.leastNoiseLoss(at: level, in: laboratory)
  }
}

extension FlowMapStage {
  func wayInUse(_ state: AppState) -> String? { "set objective \(process.objective.id)" }

  func runSentence(_ state: AppState) -> String {
    let jumps = state.stage.laboratory.grid.steps
    return "Schedule \(state.experiment.schedule.kind.title); noise becomes data in"
      + " \(jumps == 1 ? "one jump" : "\(jumps) jumps"), learned by \(process.objective.id)."
  }

  func runWords(of measurement: QualityMeasurement) -> (short: String, title: String) {
    measurement.inJumps
  }
}

extension AppState {
  /// The learned map that is shown; nil before the first report, and of other methods.
  var learnedJumps: LearnedFlowMap? {
    (training.shownWeights as? FlowMapWeights).map { LearnedFlowMap($0) }
  }
}

extension Experiment {
  /// What is said of jumps; nil where the method is another.
  var jumps: FlowMapSettings? {
    get { self[of: FlowMapSettings.self] }
    set { self[of: FlowMapSettings.self] = newValue }
  }
}
