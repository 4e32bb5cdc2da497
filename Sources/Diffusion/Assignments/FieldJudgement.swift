/// How far a field that somebody worked out is from the exact one.
public enum FieldJudgement {
  /// The figure's name.
  public static let figure = "field_error"
  /// The fields that can be asked for: beginnings of the columns of `stipple field`.
  public static let names = ["score", "noise", "clean", "v", "velocity"]

  /// The relative root-mean-square error over all places,
  /// `sqrt(sum |given - exact|^2 / sum |exact|^2)`: 0 for the exact field, 1 for a field of zeros.
  ///
  /// - Parameters:
  ///   - given: at least one vector, of the same places as `exact`.
  public static func error(of given: [Point], against exact: [Point]) -> Double {
    precondition(!given.isEmpty && given.count == exact.count, "fields are of the same places")
    let off = zip(given, exact).reduce(0) { $0 + ($1.0 - $1.1).squaredLength }
    let whole = exact.reduce(0) { $0 + $1.squaredLength }
    return (off / whole).squareRoot()
  }
}

extension Assignment {
  /// The places at which a field of a part is asked for: points of the diffused data at its level,
  /// drawn by the judge's seed, in the coordinates of the level.
  public func places(
    atLevel level: Int, in laboratory: Laboratory
  ) -> [Point] {
    let time = Double(level + 1) / Double(laboratory.schedule.timesteps)
    let clouds = laboratory.process.marginals(at: [time], count: count, in: laboratory)
    return laboratory.frame.restored(clouds.first ?? [])
  }
}
