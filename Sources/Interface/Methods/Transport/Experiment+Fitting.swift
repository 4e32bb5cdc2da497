import Diffusion

/// Other data than those a prior was made for.
extension Experiment {
  /// Other data; a prompt that it has no words for is given up, and the priors of labels are placed
  /// anew.
  mutating func setDistribution(_ distribution: DistributionSpecification) {
    let arranged = (try? self.distribution.mixture()).flatMap { arrangement(in: $0) }
    self.distribution = distribution
    fitPrior(arranged ?? .aligned)
    guard let guidance, let mixture = try? distribution.mixture() else { return }
    if (try? Guidance(guidance, in: mixture)) == nil { self.guidance = nil }
  }

  /// Places priors of labels in an arrangement where the data have other labels, and joins a prior
  /// that has labels of others with everybody.
  private mutating func fitPrior(_ arrangement: Arrangement) {
    guard let transport, let mixture = try? distribution.mixture() else { return }
    guard case .perLabel = transport.prior else {
      if transport.coupling == .label && (try? validate()) == nil { couple(.independent) }
      return
    }
    if Set(mixture.labels) == Set(labelPriors.map(\.label)) { return }
    // One class alone cannot be told from others: it diffuses.
    if (try? arrange(arrangement)) == nil { setPrior(nil) }
  }

  /// What has become of the prior for the sake of other data than before; nil where nothing has.
  func fitting(since before: Experiment) -> String? {
    guard before.transport != nil, before.distribution != distribution,
      let mixture = try? distribution.mixture()
    else { return nil }
    if before.labelPriors.map(\.label) != labelPriors.map(\.label) {
      if transport == nil {
        return "they have one label, which needs no prior of its own: diffusion"
      }
      // Two classes that are opposite are swapped too: the name stays what it was.
      let arranged = (try? before.distribution.mixture()).flatMap { before.arrangement(in: $0) }
      let kept = arranged.flatMap { $0.priors(for: mixture) == labelPriors ? $0.id : nil }
      let name = kept ?? priorName(in: mixture)
      return "each of the \(labelPriors.count) labels has a prior: \(name)"
    }
    let isUncoupled = before.transport?.coupling == .label && transport?.coupling == .independent
    return isUncoupled ? "the prior has other labels than these data: coupling independent" : nil
  }
}
