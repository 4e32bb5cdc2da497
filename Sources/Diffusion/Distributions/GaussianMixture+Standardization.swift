extension Standardization {
  /// A mixture of data in standard units.
  func standardized(_ mixture: GaussianMixture) -> GaussianMixture {
    isIdentity ? mixture : mixture.mapped(scale: 1 / spread, standardized)
  }

  /// A mixture of standard units in the data's own.
  func restored(_ mixture: GaussianMixture) -> GaussianMixture {
    isIdentity ? mixture : mixture.mapped(scale: spread, restored)
  }
}

extension DistributionSpecification {
  /// Whether these are points of a file whose mean or spread is beyond 10, or which are narrower than
  /// the first noise of the usual schedules: a diffusion from the standard normal does not suit them
  /// as they are.
  public var isForeign: Bool {
    guard case .points(let points, _, let source) = whole, source != Self.listSource,
      let frame = Standardization(of: points)
    else { return false }
    return frame.centre.length > 10 || frame.spread > 10 || frame.spread < 0.01
  }

  /// Checks what can be told without knowing the coordinates that the diffusion runs in.
  public func check() throws(DistributionError) {
    if case .samples(_, let count, _) = self, !Self.sampleCounts.contains(count) {
      throw .sampleCount(count)
    }
    if case .points(let points, let labels, let source) = whole {
      return try PointCloud(points: points, labels: labels, source: source.name).check()
    }
    _ = try mixture()
  }

  /// The place and size of the data.
  func ownFrame() throws(DistributionError) -> Standardization {
    if case .points(let points, _, _) = whole {
      try check()
      if let frame = Standardization(of: points) { return frame }
    }
    return Standardization(of: try mixture())
  }

  /// The distribution as a mixture in the coordinates of a frame.
  ///
  /// Points are placed there before anything is made of them, so that neither the digits of a far
  /// place nor the limits of components are in their way.
  func mixture(in frame: Standardization) throws(DistributionError) -> GaussianMixture {
    if case .points(let points, let labels, let source) = whole, !frame.isIdentity {
      try check()
      return try PointCloud(points: frame.standardized(points), labels: labels, source: source.name)
        .mixture()
    }
    return frame.standardized(try mixture())
  }
}

extension Standardization {
  /// The mean of points and their deviation per axis, 1 where all are in one place; nil for none, and
  /// where they are no places.
  init?(of points: [Point]) {
    guard let first = points.first else { return nil }
    // From one of them, so that rounding grows with their distances and not with the largest.
    let count = Double(points.count)
    let mean = points.reduce(.zero) { $0 + ($1 - first) } / count
    let square = points.reduce(0) { $0 + ($1 - first - mean).squaredLength } / (2 * count)
    let deviation = square.squareRoot()
    let centre = first + mean
    guard centre.isFinite, deviation.isFinite else { return nil }
    self.init(centre: centre, spread: deviation > 1e-15 * max(1, centre.length) ? deviation : 1)
  }
}
