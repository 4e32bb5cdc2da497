import Diffusion

extension ComparisonWords {
  static let transport = ComparisonWords(
    families: [
      ContrastFamily(TransportEquation.self) { $0.solve($1) },
      ContrastFamily(of: Arrangement.self) { try? $0.arrange($1) },
      ContrastFamily(of: Coupling.self) { $0.couple($1) },
      ContrastFamily(of: TransportRepair.self) { experiment, repair in
        try? experiment.changeTransport { $0.repair = repair }
      },
      ContrastFamily(TransportPath.self) { $0.schedule = $0.schedule.changed(to: $1.schedule) },
    ],
    presets: [
      ContrastPreset(
        words: "ode sde", title: "ODE | SDE",
        summary: "from another prior: the same marginals, but noise draws labels anew"),
      ContrastPreset(
        words: "opposite aligned", title: "opposite | aligned priors",
        summary: "every prior across from its class beside every prior at it"),
      ContrastPreset(
        words: "euler 1 100", title: "one Euler step | a hundred",
        summary: "along the velocity: how straight the ways are"),
    ],
    difference: { $0.transportWords(beside: $1) }, namesSampler: true,
    changes: { $0.priorWords(since: $1) })
}

extension Experiment {
  fileprivate func priorWords(since before: Experiment) -> [String] {
    guard transport != nil, let mixture = try? distribution.mixture() else { return [] }
    return transport?.prior == before.transport?.prior
      ? transportWords(beside: before) : ["prior \(priorName(in: mixture))"]
  }
}
