import Diffusion
import TextScreen

/// Flow maps on the stage: noise is added as in diffusion, and jumps lead back.
struct FlowMapStage: NoisingStage {
  let process: FlowMapProcess
  let noising: DiffusionStage

  /// - Parameter before: the method on the stage that this one replaces.
  init?(_ laboratory: Laboratory, replacing before: (any StagedMethod)?) {
    guard let process = laboratory.flowMap else { return nil }
    self.process = process
    noising = DiffusionStage(noising: laboratory, before: before)
  }

  func model(_ weights: (any TrainedWeights)?, in laboratory: Laboratory) -> any RunModel {
    FlowMapModel(weights as? FlowMapWeights, of: process)
  }

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
    let jumps = measurement.steps == 1 ? "1 jump" : "\(measurement.steps) jumps"
    return (jumps, jumps)
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
    get { methodSettings as? FlowMapSettings }
    set {
      guard let newValue, jumps != nil else { return }
      methodSpecification = MethodSpecification(newValue)
    }
  }
}
