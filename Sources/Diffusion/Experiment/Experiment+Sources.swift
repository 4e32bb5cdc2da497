extension DistributionSpecification {
  /// Where its points come from, if it is made of some.
  public var source: PointSource? {
    if case .points(_, _, let source) = whole { source } else { nil }
  }

  /// How the file of its points was read, where that is not plain.
  public var remark: String? { source?.remark.map { "\(source?.name ?? ""): \($0)" } }
}

extension Experiment {
  /// Where the points of its data, and of what else its method needs, come from.
  public var pointSources: [PointSource] {
    ([distribution] + methodSettings.distributions).compactMap(\.source)
  }
}
