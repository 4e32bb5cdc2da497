extension ExactQuantileMap {
  /// The shares below places of the coordinate that comes first: its distribution function.
  public func firstShares(below places: [Double]) -> [Double] { places.map { marginal.cdf($0) } }

  /// The same of the other coordinate, where the first one is known.
  public func secondShares(below places: [Double], given first: Double) -> [Double] {
    let conditional = mixture.conditional(givenAxis: axes.first, at: first)
    return places.map { conditional.cdf($0) }
  }
}
