extension Transport {
  /// The mixture of all pairs at a time from 0 (data) to 1 (prior).
  ///
  /// Needs a coupling with an exact field.
  public func marginal(at time: Double) -> TransportMarginal {
    marginal(of: pairs, at: time)
  }

  /// The mixture of the pairs of some labels of the data; its posterior knows no others.
  ///
  /// Needs a coupling with an exact field.
  public func marginal(at time: Double, ofLabels labels: [Int]) -> TransportMarginal {
    let own = pairs.filter { labels.contains($0.label) }
    precondition(!own.isEmpty, "labels without weight have no field")
    return marginal(of: own, at: time)
  }

  func marginal(of pairs: [Pair], at time: Double) -> TransportMarginal {
    precondition(coupling.isExact, "minibatch optimal transport has no exact field")
    let coefficients = labels.indices.map { self.coefficients(ofLabel: $0, at: time) }
    let total = pairs.reduce(0) { $0 + $1.weight }
    return TransportMarginal(
      pairs: pairs.map { pair in
        JointGaussian(
          weight: pair.weight / total, clean: data.components[pair.clean],
          start: prior.components[pair.start], coefficients[pair.label])
      },
      labelIndices: pairs.map(\.label), labelCount: labels.count, time: time)
  }
}
