extension Distribution {
  /// Five by five modes a tenth as wide as they are apart, named by column and row.
  public static let grid25 = Distribution(
    id: "grid-25", title: "Grid of 25",
    summary: "five by five modes: a model that forgets one is soon found out",
    components: {
      ["a", "b", "c", "d", "e"].enumerated().flatMap { column, letter in
        (0..<5).map { row in
          GaussianMixture.Component(
            mean: Point(Double(column), Double(row)),
            covariance: Covariance(standardDeviation: 0.1), label: "\(letter)\(row + 1)")
        }
      }.standardized()
    })
}
