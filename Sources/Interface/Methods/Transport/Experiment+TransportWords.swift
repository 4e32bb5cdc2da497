import Diffusion
import TextScreen

extension Experiment {
  /// What sets the way of this experiment apart, most telling first: prior, solver, coupling,
  /// repair, path.
  func transportWords(in mixture: GaussianMixture) -> [String] {
    guard let transport else { return [] }
    var words = [priorName(in: mixture)]
    if let equation = TransportSolver(sampler.kind)?.equation {
      words.append(equation == .sde ? "SDE \(Text.short(transport.diffusion))" : "ODE")
    }
    if transport.repair != .none { words.append(transport.repair.id) }
    if transport.isLabelPassed { words.append("label passed") }
    if transport.coupling != .label { words.append(transport.coupling.id) }
    if let path = TransportPath(schedule.kind), path != .straightLine {
      words.append(path.rawValue)
    }
    return words
  }

  /// The words that another experiment does not have, beside which this one stands.
  func transportWords(beside other: Experiment) -> [String] {
    guard transport != other.transport || (transport != nil && sampler.kind != other.sampler.kind),
      let mixture = try? distribution.mixture(), let others = try? other.distribution.mixture()
    else { return [] }
    let known = other.transportWords(in: others)
    let words = transportWords(in: mixture).filter { !known.contains($0) }
    if !words.isEmpty { return words }
    if transport?.repair != other.transport?.repair { return ["no repair"] }
    if transport?.isLabelPassed != other.transport?.isLabelPassed { return ["label not passed"] }
    return transport == other.transport ? [sampler.kind.title] : []
  }

  /// What the prior is called: the arrangement that its Gaussians have, or what it is.
  func priorName(in mixture: GaussianMixture) -> String {
    switch transport?.prior {
    case .perLabel: arrangement(in: mixture)?.id ?? "own priors"
    case .distribution(let distribution): distribution.title
    case .standard, nil: "standard"
    }
  }

  /// The arrangement that the priors of labels are in, up to what rounding and another width do.
  func arrangement(in mixture: GaussianMixture) -> Arrangement? {
    guard case .perLabel(let priors) = transport?.prior else { return nil }
    let near = 0.02 * max(mixture.spread, 1e-9)
    return Arrangement.allCases.first { arrangement in
      let places = arrangement.priors(for: mixture)
      guard places.count == priors.count else { return false }
      return places.allSatisfy { place in
        priors.contains {
          $0.label == place.label && ($0.mean - place.mean).length < near
            && (0.6...1.6).contains($0.deviation / place.deviation)
        }
      }
    }
  }
}
