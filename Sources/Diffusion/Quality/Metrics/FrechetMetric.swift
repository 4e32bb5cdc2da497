extension Metric {
  /// The squared Fréchet distance (Dowson and Landau 1982), W2² between the Gaussians with the mean
  /// and covariance of either cloud: `|a − b|² + tr(A + B − 2 (AB)^½)`, which is what FID is of
  /// pictures. The covariances are sums divided by n - ddof.
  public static let frechet = Metric(
    id: "frechet", title: "Fréchet distance",
    summary: "squared W2 between Gaussians fitted to the clouds", mostPoints: .max,
    definitions: [
      "frechet_squared_ddof0": "squared W2 of fitted Gaussians; covariances divided by n",
      "frechet_squared_ddof1":
        "squared W2 of fitted Gaussians; covariances divided by n - 1 as FID",
    ]
  ) { clouds, _, _ in
    var figures: MetricFigures = [:]
    for ddof in 0...1 {
      let one = CloudMoments(of: clouds.reference, ddof: ddof)
      let other = CloudMoments(of: clouds.generated, ddof: ddof)
      figures["frechet_squared_ddof\(ddof)"] = .number(one.squaredFrechetDistance(to: other))
    }
    return figures
  }
}

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
    covariance = sum.scaled(by: 1 / Double(points.count - ddof))
  }

  /// In the plane `tr (AB)^½ = (tr AB + 2 (det A · det B)^½)^½`.
  func squaredFrechetDistance(to other: CloudMoments) -> Double {
    let (a, b) = (covariance, other.covariance)
    let product = a.xx * b.xx + 2 * a.xy * b.xy + a.yy * b.yy
    let determinants = max(0, a.determinant) * max(0, b.determinant)
    let root = (product + 2 * determinants.squareRoot()).squareRoot()
    return (mean - other.mean).squaredLength + a.trace + b.trace - 2 * root
  }
}

extension Covariance {
  /// Every entry times a factor.
  fileprivate func scaled(by factor: Double) -> Covariance {
    Covariance(xx: factor * xx, xy: factor * xy, yy: factor * yy)
  }
}
