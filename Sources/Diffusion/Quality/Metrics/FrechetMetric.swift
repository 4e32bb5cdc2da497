extension Metric {
  /// The squared Fréchet distance (Dowson and Landau 1982), W2² between the Gaussians with the mean
  /// and covariance of either cloud: `|a − b|² + tr(A + B − 2 (AB)^½)`, which is what FID is of
  /// pictures. The covariances are sums divided by n - ddof.
  public static let frechet = Metric(
    id: "frechet", title: "Fréchet distance",
    summary: "squared W2 between Gaussians fitted to the clouds", mostPoints: .max,
    keys: ["frechet_squared_ddof0", "frechet_squared_ddof1"],
    definitions: [
      "frechet_squared_ddof0": "squared W2 of fitted Gaussians; covariances divided by n",
      "frechet_squared_ddof1":
        "squared W2 of fitted Gaussians; covariances divided by n - 1 as FID",
    ]
  ) { clouds, _, _ in
    let unit = (clouds.reference + clouds.generated).reduce(Point.zero) {
      pointwiseMax($0, Point(abs($1.x), abs($1.y)))
    }.max().binade
    let scale = unit.isNormal ? unit : 1
    let one = PreciseMoments(of: clouds.reference, unit: scale)
    let other = PreciseMoments(of: clouds.generated, unit: scale)
    var figures: MetricFigures = [:]
    for ddof in 0...1 {
      let squared = one.squaredFrechetDistance(to: other, ddof: ddof)
      figures["frechet_squared_ddof\(ddof)"] = .number(scale * scale * squared)
    }
    return figures
  }
}

/// Mean and scatter of a cloud to twice the digits of a double: where points are far out, the
/// covariances of two clouds are large, and what tells them apart is small.
private struct PreciseMoments {
  private let count: Int
  private let meanX: DoubleDouble
  private let meanY: DoubleDouble
  /// The sums of products of offsets from the mean.
  private var xx = DoubleDouble.zero
  private var xy = DoubleDouble.zero
  private var yy = DoubleDouble.zero

  /// - Parameter unit: a power of two, what coordinates are counted in, so that no square
  ///   overflows.
  init(of points: [Point], unit: Double) {
    let scaled = points.map { $0 / unit }
    count = points.count
    var (sumX, sumY) = (DoubleDouble.zero, DoubleDouble.zero)
    for point in scaled {
      sumX += DoubleDouble(point.x)
      sumY += DoubleDouble(point.y)
    }
    meanX = sumX / Double(count)
    meanY = sumY / Double(count)
    for point in scaled {
      let dx = DoubleDouble(point.x) - meanX
      let dy = DoubleDouble(point.y) - meanY
      xx += dx * dx
      xy += dx * dy
      yy += dy * dy
    }
  }

  /// In the plane `tr (AB)^½ = (tr AB + 2 (det A · det B)^½)^½`.
  ///
  /// - Parameter ddof: 1 for the unbiased covariance, 0 for the maximum-likelihood one.
  func squaredFrechetDistance(to other: PreciseMoments, ddof: Int) -> Double {
    let (a, b) = (covariance(ddof: ddof), other.covariance(ddof: ddof))
    let product = a.xx * b.xx + 2 * (a.xy * b.xy) + a.yy * b.yy
    let (one, two) = (a.xx * a.yy - a.xy * a.xy, b.xx * b.yy - b.xy * b.xy)
    let determinants = one.squareRoot * two.squareRoot
    let root = (product + 2 * determinants).squareRoot
    let (dx, dy) = (meanX - other.meanX, meanY - other.meanY)
    let traces = a.xx + a.yy + b.xx + b.yy
    return (dx * dx + dy * dy + (traces - 2 * root)).high
  }

  private func covariance(ddof: Int) -> (xx: DoubleDouble, xy: DoubleDouble, yy: DoubleDouble) {
    let divisor = Double(count - ddof)
    return (xx / divisor, xy / divisor, yy / divisor)
  }
}
