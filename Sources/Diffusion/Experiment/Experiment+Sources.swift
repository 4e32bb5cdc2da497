extension DistributionSpecification {
  /// Where its points come from, if it is made of some.
  public var source: PointSource? {
    if case .points(_, _, let source) = self { source } else { nil }
  }

  /// How the file of its points was read, where that is not plain.
  public var remark: String? { source?.remark.map { "\(source?.name ?? ""): \($0)" } }
}

extension Experiment {
  /// Where the points of its data and of its prior come from.
  public var pointSources: [PointSource] {
    var distributions = [distribution]
    if case .distribution(let prior) = transport?.prior { distributions.append(prior) }
    return distributions.compactMap(\.source)
  }
}
