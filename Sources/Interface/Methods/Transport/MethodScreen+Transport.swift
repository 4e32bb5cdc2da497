import Diffusion
import TextScreen

extension MethodScreen {
  static let transport = MethodScreen(
    method: .transport, field: "velocity", predictor: "velocity",
    forward: RunWords(short: "to prior", long: "Forward, to the prior"),
    reverse: RunWords(short: "to data", long: "Reverse, to the data"),
    forwardWay: { stage in
      guard let progress = stage.matchingProgress else { return "paths of the pairs" }
      return "matching pairs, \(Int(100 * progress)) %"
    },
    level: { "alpha \(Text.short($0.alpha)), sigma \(Text.short($0.sigma))" },
    labels: ("classes of the starts", "colour: the class a particle started in"),
    curl: (
      "curl of the error", "|curl of error|",
      "ground: curl of the learned velocity beyond the exact one's; every shade doubles it"
    ),
    tiltedHere: "ground: the tilted densities of this time, which no velocity is made for",
    lobes: "p(x0 | x_t)", wrongStart: "start from the prior", name: name(of:),
    plane: TransportPlane(), comparison: .transport,
    offers: MethodOffers(
      commands: Command.priors, ways: { _ in Picker.priors }, studies: [.bound],
      panels: [.retention]),
    watched: { $0.stoppingOften },
    stage: staged)

  private static func staged(
    _ laboratory: Laboratory, _ before: (any StagedMethod)?
  ) -> any StagedMethod {
    guard let staged = TransportStage(laboratory, replacing: before) else {
      preconditionFailure("an experiment of this method has a transport")
    }
    return staged
  }

  /// What a sampler is called where it follows a velocity field: its equation, or the steps of Euler.
  private static func name(of sampler: Sampler) -> String {
    switch TransportSolver(sampler) {
    case .euler: "Euler"
    case .stochastic: "SDE"
    case .adaptive: "ODE"
    case nil: sampler.title
    }
  }
}
