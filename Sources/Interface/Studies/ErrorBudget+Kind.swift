import Diffusion

extension StudyKind {
  public static let budget = StudyKind(
    id: "budget", name: "the error budget", begin: { ErrorBudget($0) },
    obstacle: { $0.noBudget }, room: { _ in (.quality, QualityPanel.budgetHeight) },
    asking: Asking(
      key: "B", title: "error budget: where the error comes from; stop it", word: "budget",
      summary: "where the error of the samples comes from"),
    saved: ("budget", "B"))
}

extension StudyState {
  /// Where the error comes from, as far as it is known.
  var budget: ErrorBudget? { self[.budget] as? ErrorBudget }
}

extension ErrorBudget {
  /// The budget of what is on the screen; nil for a network that is not there yet.
  fileprivate init?(_ state: AppState) {
    guard let studied = state.studied else { return nil }
    self.init(
      studied.laboratory, model: studied.model, trainingSteps: studied.trainingSteps,
      count: state.studyExtent.samples, seeds: state.studyExtent.seeds)
  }
}

extension AppState {
  /// Why there is no error budget; nil where there is.
  var noBudget: String? {
    stage.laboratory.hasExactField ? nil : "paired samples have no exact answer to swap in"
  }
}
