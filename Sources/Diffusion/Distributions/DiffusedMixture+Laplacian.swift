import CKernels

extension DiffusedMixture {
  /// The Laplacian of the log density: the spread of the components' scores around the whole one,
  /// less the mean trace of their precisions.
  public func laplacian(at point: Point) -> Double {
    let whole = score(at: point)
    var sum = 0.0
    for (lobe, share) in zip(lobes, shares(at: point)) where share > 0 {
      let precision = Covariance(
        xx: lobe.precisionXX, xy: lobe.precisionXY, yy: lobe.precisionYY)
      let own = -precision.applied(to: point - Point(lobe.meanX, lobe.meanY))
      sum += share * ((own - whole).squaredLength - precision.trace)
    }
    return sum
  }
}
