extension Metric {
  /// Chamfer distances: how far points have to the nearest of the other cloud, both ways summed.
  public static let chamfer = Metric(
    id: "chamfer", title: "Chamfer distance",
    summary: "distances to the nearest point of the other cloud, both ways", mostPoints: .max,
    keys: ["chamfer_mean", "chamfer_squared_mean", "chamfer_squared_sum"],
    definitions: [
      "chamfer_mean":
        "the mean distance of a point to the nearest of the other cloud; both ways summed",
      "chamfer_squared_mean":
        "the mean squared distance of a point to the nearest of the other cloud; both ways summed",
      "chamfer_squared_sum":
        "the sum of squared distances of points to the nearest of the other cloud; both ways",
    ]
  ) { clouds, _, watch in
    let forth = nearestSquares(from: clouds.reference, to: clouds.generated)
    try watch(0.5)
    let back = nearestSquares(from: clouds.generated, to: clouds.reference)
    func mean(_ squares: [Double]) -> Double { squares.reduce(0, +) / Double(squares.count) }
    return [
      "chamfer_mean": .number(
        mean(forth.map { $0.squareRoot() }) + mean(back.map { $0.squareRoot() })),
      "chamfer_squared_mean": .number(mean(forth) + mean(back)),
      "chamfer_squared_sum": .number(forth.reduce(0, +) + back.reduce(0, +)),
    ]
  }

  private static func nearestSquares(from points: [Point], to others: [Point]) -> [Double] {
    let tree = PointTree(others)
    return points.map { tree.squaredDistance(toNearest: $0) }
  }
}
