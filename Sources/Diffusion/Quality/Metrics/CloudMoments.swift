/// The mean and the covariance of a cloud.
struct CloudMoments {
  let mean: Point
  let covariance: Covariance

  /// - Parameter ddof: 1 for the unbiased covariance, 0 for the maximum-likelihood one.
  init(of points: [Point], ddof: Int) {
    let mean = points.reduce(.zero, +) / Double(points.count)
    var sum = Covariance.zero
    for point in points {
      let offset = point - mean
      sum.xx += offset.x * offset.x
      sum.xy += offset.x * offset.y
      sum.yy += offset.y * offset.y
    }
    self.mean = mean
    let divisor = Double(points.count - ddof)
    covariance = Covariance(xx: sum.xx / divisor, xy: sum.xy / divisor, yy: sum.yy / divisor)
  }
}
