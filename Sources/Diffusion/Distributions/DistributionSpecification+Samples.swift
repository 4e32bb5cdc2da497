extension DistributionSpecification {
  /// How many points of a distribution can be known.
  public static let sampleCounts = 1...GaussianMixture.mostComponents

  /// The distribution itself, whether all of it is known or only some of its points.
  public var whole: DistributionSpecification {
    if case .samples(let whole, _, _) = self { whole } else { self }
  }

  /// The same with another distribution in place of the whole.
  public func replacingWhole(
    _ change: (DistributionSpecification) throws -> DistributionSpecification
  ) rethrows -> DistributionSpecification {
    guard case .samples(let whole, let count, let seed) = self else { return try change(self) }
    return .samples(of: try change(whole), count: count, seed: seed)
  }

  /// The points that are known of a distribution, drawn from it as a mixture; nil where all of it is
  /// known. They are the clean data that a whole distribution draws by the same seed.
  func knownPoints(of mixture: GaussianMixture) -> GaussianMixture.Draw? {
    guard case .samples(_, let count, let seed) = self else { return nil }
    var stream = Randomness(seed: seed).stream(.data)
    return mixture.draw(count, from: &stream)
  }
}
