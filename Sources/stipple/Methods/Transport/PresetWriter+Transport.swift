import Diffusion
import Yams

extension PresetWriter {
  /// The entries of a transport, each with a remark.
  static func transport(
    _ transport: TransportSpecification, of experiment: Experiment, path: String
  ) -> [Entry] {
    let equation = TransportSolver(experiment.sampler.kind)?.equation ?? .ode
    return [
      (
        "where samples start: standard, a Gaussian per_label, or a distribution", "prior",
        prior(transport.prior, path: path)
      ),
      (
        "the way between: straight-line or shifted-vp, over the schedule of that kind", "path",
        TransportPath(experiment.schedule.kind).map { Node($0.rawValue) }
      ),
      (
        "who is paired: independent, label, optimal-transport or label-optimal-transport",
        "coupling", Node(transport.coupling.id)
      ),
      (
        "whether the model is told the label at every step", "label_passed",
        Node("\(transport.isLabelPassed)")
      ),
      (
        "ode, or sde with its diffusion coefficient", "solver",
        equation == .ode
          ? Node(equation.rawValue)
          : family(equation.rawValue, [("diffusion", Node(spelled(transport.diffusion)))])
      ),
      (
        "what keeps the classes apart: none, assignment, clocks or lift", "repair",
        Node(transport.repair.id)
      ),
      (
        "the noise of a Brownian bridge on the straight way of every pair", "bridge_noise",
        transport.bridgeNoise == 0 ? nil : Node(spelled(transport.bridgeNoise))
      ),
    ]
  }

  private static func prior(_ value: PriorSpecification, path: String) -> Node? {
    switch value {
    case .standard:
      return Node("standard")
    case .perLabel(let priors):
      let entries = priors.map { prior in
        (
          text(prior.label),
          Node(
            [
              (Node("mean"), list(numbers(prior.mean.x, prior.mean.y))),
              (Node("std"), Node(spelled(prior.deviation))),
            ], .implicit, .flow)
        )
      }
      return mapping([("per_label", Node(entries))])
    case .distribution(let specification):
      return distribution(specification, path: path)
    }
  }
}
