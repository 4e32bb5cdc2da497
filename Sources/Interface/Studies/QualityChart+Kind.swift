import Diffusion

extension StudyKind {
  public static let chart = StudyKind(
    id: "chart", name: "the chart", begin: { QualityChart($0) }, obstacle: { $0.noChart },
    room: { ($0.firstPanel, ScheduleRoom.leastHeight) }, saved: ("chart", "Q"))
}

extension StudyState {
  /// The chart of quality by steps, as far as it is known.
  var chart: QualityChart? { self[.chart] as? QualityChart }
}

extension QualityChart {
  /// The chart of what is on the screen; nil for a network that is not there yet.
  ///
  /// - Parameter samplers: nil for a set that shows what there is to see.
  init?(_ state: AppState, samplers: [Sampler]? = nil) {
    guard let studied = state.studied else { return nil }
    self.init(
      studied.laboratory, model: studied.model, trainingSteps: studied.trainingSteps,
      samplers: samplers, count: state.studyExtent.samples / 2, seeds: state.studyExtent.seeds)
  }
}

extension AppState {
  /// Why there are no samplers to be compared; nil where there are.
  fileprivate var noChart: String? {
    let method = experiment.method
    return method.samplers.isEmpty ? method.refusal(of: experiment.sampler.kind) : nil
  }

  /// Why samplers of a chart cannot run here; nil where all can.
  func noFit(_ samplers: [Sampler]) -> String? {
    samplers.lazy.compactMap(experiment.method.refusal).first
  }
}
