extension Metric {
  /// Transport with an entropy (Cuturi 2013) at squared distances, and its debiased divergence
  /// (Feydy et al. 2019). An approximation of W2² that depends on the entropy: only for who asks.
  public static let sinkhorn = Metric(
    id: "sinkhorn", title: "Sinkhorn divergence",
    summary: "entropic transport; only where an entropy is given",
    mostPoints: 10_000, comparesAllPairs: true,
    keys: ["sinkhorn"]
  ) { clouds, settings, watch in
    if settings.entropies.isEmpty { return [:] }
    let whole = Double(3 * settings.entropies.count)
    var figures: MetricFigures = [:]
    for (index, entropy) in settings.entropies.enumerated() {
      func solve(_ one: [Point], _ other: [Point], _ part: Int) throws -> EntropicTransport {
        try EntropicTransport(from: one, to: other, entropy: entropy.value) { fraction in
          try watch((Double(3 * index + part) + fraction) / whole)
        }
      }
      figures[entropy.name] = .group(
        Self.figures(
          across: try solve(clouds.reference, clouds.generated, 0),
          within: (
            try solve(clouds.reference, clouds.reference, 1),
            try solve(clouds.generated, clouds.generated, 2)
          )))
    }
    return ["sinkhorn": .group(figures)]
  }

  private static func figures(
    across: EntropicTransport, within: (EntropicTransport, EntropicTransport)
  ) -> MetricFigures {
    let all = [across, within.0, within.1]
    let isConverged = all.allSatisfy(\.isConverged)
    let missed = all.map(\.marginalError).max() ?? 0
    var figures: MetricFigures = [
      "transport_cost": .number(across.transportCost),
      "objective_kl": .number(across.objective),
      "divergence_transport_cost": .number(
        across.transportCost - (within.0.transportCost + within.1.transportCost) / 2),
      "divergence_objective": .number(
        across.objective - (within.0.objective + within.1.objective) / 2),
      "self_XX": within.0.figure, "self_YY": within.1.figure,
      "converged": .settled(isConverged), "marginal_error": .check(missed),
    ]
    if !isConverged {
      figures["note"] = .note(
        "the iterations have not converged: a marginal error of \(missed) is left; a larger entropy"
          + " is easier")
    }
    return figures
  }
}

extension EntropicTransport {
  fileprivate var figure: MetricFigure {
    .group(["transport_cost": .number(transportCost), "objective_kl": .number(objective)])
  }
}
