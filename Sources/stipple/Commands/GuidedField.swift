import Diffusion

/// What a model, guided or not, says at a noise level.
struct GuidedField {
  /// Holds the whole distribution, whose labels' probabilities are told, and the one that is asked
  /// for, whose density is.
  let laboratory: Laboratory
  let place: FieldPlace
  /// The model, guided already.
  let model: any Denoiser

  /// The field at points, with a column for everything.
  func table(at points: [Point]) -> CSVTable {
    let whole = laboratory.mixture.diffused(to: place.level)
    let shown = laboratory.target.diffused(to: place.level)
    // Where no noise is left an estimate has no score; the exact one still has.
    let cleanScore = laboratory.guidance?.cleanScore ?? whole.score
    var table = CSVTable(columns: columns)
    for (point, estimate) in zip(points, model.estimates(of: points, at: place.level)) {
      let score = place.level.isClean ? cleanScore(point) : estimate.score(at: place.level)
      var vectors = [score, estimate.noise, estimate.clean, estimate.v(at: place.level)]
      if let velocity = place.velocity(at: point, estimate: estimate, score: score) {
        vectors.append(velocity)
      }
      let numbers = [point.x, point.y, shown.logDensity(at: point)]
      let coordinates = vectors.flatMap { [$0.x, $0.y] }
      table.append(numbers: (numbers + coordinates + whole.labelPosterior(at: point))[...])
    }
    return table
  }

  private var columns: [String] {
    let vectors = ["score", "noise", "clean", "v"] + (place.motion == nil ? [] : ["velocity"])
    return ["x", "y", "log_density"] + vectors.flatMap { ["\($0)_x", "\($0)_y"] }
      + laboratory.mixture.labels.map { CSVTable.field("p_\($0)") }
  }
}
