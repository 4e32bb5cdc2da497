import Diffusion

/// What the cost of a model call depends on: what is learned of one workload says nothing of
/// another.
struct Workload: Hashable, Sendable {
  /// The run of one side of the screen.
  private struct Run: Hashable {
    let direction: Direction
    let components: Int
    /// The network that is asked; nil for the exact answer and on the way to noise.
    let network: NetworkSpecification?
    let sampler: Sampler
    let isGuided: Bool
    let method: Method

    init(_ state: AppState) {
      let experiment = state.experiment
      direction = state.playback.direction
      components = state.stage.laboratory.mixture.components.count
      let asksNetwork = direction == .reverse && experiment.model.kind == .learned
      network = asksNetwork ? experiment.model.network : nil
      sampler = experiment.sampler.kind
      isGuided = experiment.guidance != nil
      method = experiment.method
    }
  }

  private let runs: [Run]

  init(_ state: AppState) {
    runs = state.isComparing ? [Run(state), Run(state.turnedRound)] : [Run(state)]
  }
}
