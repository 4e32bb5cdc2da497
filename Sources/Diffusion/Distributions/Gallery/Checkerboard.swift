extension Distribution {
  /// The dark squares of a board of 4 x 4, named as in chess. Every square is tiled by 4 x 4
  /// Gaussians half as wide as they are apart: even within 3 % inside, soft at the edges.
  public static let checkerboard = Distribution(
    id: "checkerboard", title: "Checkerboard",
    summary: "eight squares with sharp edges and empty squares between them",
    components: {
      var tiles: [GaussianMixture.Component] = []
      for row in 0..<16 {
        for column in 0..<16 where (row / 4 + column / 4).isMultiple(of: 2) {
          tiles.append(
            GaussianMixture.Component(
              mean: Point(Double(column), Double(row)),
              covariance: Covariance(standardDeviation: 0.5),
              label: "\(["a", "b", "c", "d"][column / 4])\(row / 4 + 1)"))
        }
      }
      return tiles.standardized()
    })
}
