extension Transport {
  /// How often the best guess of the label is right for points at a time: the mean of the largest
  /// posterior, over points drawn there.
  ///
  /// Needs a coupling with an exact field.
  public func bayesAccuracy(
    at time: Double, count: Int, from stream: inout RandomStream
  ) -> Double {
    let pairs = pairs(count, from: &stream)
    let field = marginal(at: time)
    return Self.meanLargest(
      (0..<count).map { field.labelPosterior(at: motion(of: pairs, $0, at: time).point) })
  }

  /// The same for starts: no way from there that is not told the label can keep more labels than
  /// this.
  public func bayesAccuracyOfStart(count: Int, from stream: inout RandomStream) -> Double {
    guard priorKnowsLabels else { return shares.max() ?? 0 }
    let starts = prior.draw(count, from: &stream).points
    let field = prior.diffused(to: .clean)
    return Self.meanLargest(starts.map { field.labelPosterior(at: $0) })
  }

  private static func meanLargest(_ posteriors: [[Double]]) -> Double {
    posteriors.reduce(0) { $0 + ($1.max() ?? 0) } / Double(posteriors.count)
  }
}
