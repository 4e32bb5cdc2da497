extension GaussianMixture {
  /// The mean of `−log p(x)` over points, in nats: how surprising they are to the distribution.
  public func negativeLogLikelihood(of points: [Point]) -> Double {
    let clean = diffused(to: .clean)
    return -points.reduce(0) { $0 + clean.logDensity(at: $1) } / Double(points.count)
  }
}
