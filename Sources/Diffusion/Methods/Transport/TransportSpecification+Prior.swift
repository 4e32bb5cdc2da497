extension TransportSpecification {
  /// The name of the one component of the standard prior.
  private static let standardName = "standard normal"

  /// The prior as a mixture: for priors of labels one component for each of the data's, in its
  /// order and with its shares.
  func priorMixture(for data: GaussianMixture) throws(ExperimentError) -> GaussianMixture {
    switch prior {
    case .standard:
      return try Self.mixture([
        GaussianMixture.Component(
          mean: .zero, covariance: Covariance(standardDeviation: 1), label: Self.standardName)
      ])
    case .perLabel(let priors):
      return try mixture(of: try Self.checked(priors, for: data), for: data)
    case .distribution(let distribution):
      do throws(DistributionError) {
        return Self.ordered(try distribution.mixture(), like: data)
      } catch {
        throw ExperimentError(path: ["prior"], description: error.description)
      }
    }
  }

  /// The priors in the order of the data's labels; each label has one, and each is of a label.
  private static func checked(
    _ priors: [LabelPrior], for data: GaussianMixture
  ) throws(ExperimentError) -> [LabelPrior] {
    var byLabel: [String: LabelPrior] = [:]
    for prior in priors {
      let place = ["prior", "per_label", prior.label]
      guard data.labels.contains(prior.label) else {
        let unknown = UnknownName(name: prior.label, family: "label", known: data.labels)
        throw ExperimentError(path: place, description: "a prior for no class: \(unknown)")
      }
      guard GaussianMixture.isPlace(prior.mean) else {
        throw ExperimentError(
          path: place + ["mean"], description: "mean must be two numbers from -1e12 to 1e12")
      }
      guard prior.deviation > 0 else {
        throw ExperimentError(
          path: place + ["std"], description: "std must be above 0, not \(prior.deviation)")
      }
      guard Covariance(standardDeviation: prior.deviation).isPositiveDefinite else {
        throw ExperimentError(
          path: place + ["std"],
          description: "std must be from 1e-6 to 1e12, not \(prior.deviation)")
      }
      byLabel[prior.label] = prior
    }
    if let missing = data.labels.first(where: { byLabel[$0] == nil }) {
      throw ExperimentError(
        path: ["prior", "per_label"],
        description: "the label '\(missing)' has no prior; every label of the distribution needs a"
          + " mean and a std")
    }
    return data.labels.compactMap { byLabel[$0] }
  }

  private func mixture(
    of priors: [LabelPrior], for data: GaussianMixture
  ) throws(ExperimentError) -> GaussianMixture {
    let order =
      repair == .assignment ? Self.assignment(of: priors, to: data) : priors.indices.map { $0 }
    let shares = ModeCensus.expectedShares(of: data)
    return try Self.mixture(
      data.labels.indices.map { index in
        let prior = priors[order[index]]
        return GaussianMixture.Component(
          weight: shares[index], mean: prior.mean,
          covariance: Covariance(standardDeviation: prior.deviation), label: data.labels[index])
      })
  }

  /// For every label the index of the prior it gets, for the least sum of squared distances from
  /// the priors' means to the classes' (the problem Kuhn's Hungarian method solves).
  private static func assignment(of priors: [LabelPrior], to data: GaussianMixture) -> [Int] {
    ExactTransport.matching(
      from: data.labels.indices.map { data.centre(ofLabel: $0) }, to: priors.map(\.mean))
  }

  private static func mixture(
    _ components: [GaussianMixture.Component]
  ) throws(ExperimentError) -> GaussianMixture {
    do throws(MixtureError) {
      return try GaussianMixture(components: components)
    } catch {
      throw ExperimentError(path: ["prior"], description: error.description)
    }
  }

  /// A prior with the data's labels has them in the data's order.
  private static func ordered(
    _ prior: GaussianMixture, like data: GaussianMixture
  ) -> GaussianMixture {
    guard prior.labels != data.labels, Set(prior.labels) == Set(data.labels) else { return prior }
    let components = data.labels.flatMap { label in prior.components.filter { $0.label == label } }
    return (try? GaussianMixture(components: components)) ?? prior
  }
}

extension GaussianMixture {
  /// The mean of the components of one label; of all of them alike where they have no weight.
  func centre(ofLabel label: Int) -> Point {
    let own = zip(components, labelIndices).filter { $0.1 == label }.map(\.0)
    let total = own.reduce(0) { $0 + $1.weight }
    if total == 0 { return own.reduce(.zero) { $0 + $1.mean } / Double(own.count) }
    return own.reduce(.zero) { $0 + ($1.weight / total) * $1.mean }
  }
}
