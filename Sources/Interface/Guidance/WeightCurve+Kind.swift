import Diffusion

extension StudyKind {
  public static let weights = StudyKind(
    id: "weights", name: "the curve of guidance", begin: { WeightCurve($0) },
    obstacle: { $0.noCurve }, room: { _ in (.guidance, GuidancePanel.curveHeight) },
    saved: ("curve", "Y"), holds: { $0.hasCurve(of: $1) })
}

extension StudyState {
  /// What becomes of samples when the weight of guidance grows, as far as it is known.
  var weights: WeightCurve? { self[.weights] as? WeightCurve }
}

extension WeightCurve {
  /// The curve of what is on the screen; nil for a network that is not there yet.
  fileprivate init?(_ state: AppState) {
    guard let studied = state.studied else { return nil }
    self.init(
      studied.laboratory, model: studied.model, trainingSteps: studied.trainingSteps,
      count: state.studyExtent.samples / 2, seeds: max(1, state.studyExtent.seeds / 2))
  }
}

extension AppState {
  /// Why there is no curve over the weight of guidance; nil where there is.
  var noCurve: String? {
    guard experiment.guidance?.asks == true else { return Self.noGuidance }
    let weighed = stage.laboratory.weighing(guidance: 2)
    return stage.model.refusal(in: weighed)
  }
}
