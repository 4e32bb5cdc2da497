import Diffusion

/// What a model, guided or not, says at a noise level.
///
/// Of standardized data, points, clean points, densities, scores and velocities are in its own units;
/// noise, and v, which mixes noise and data, are in standard units.
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
    let frame = laboratory.frame
    let seen = frame.standardized(points)
    for (index, estimate) in model.estimates(of: seen, at: place.level).enumerated() {
      let (own, point) = (points[index], seen[index])
      let score = place.level.isClean ? cleanScore(point) : estimate.score(at: place.level)
      var vectors = [
        score / frame.spread, estimate.noise, frame.restored(estimate.clean),
        estimate.v(at: place.level),
      ]
      if let velocity = place.velocity(at: point, estimate: estimate, score: score) {
        vectors.append(frame.spread * velocity)
      }
      let numbers = [own.x, own.y, shown.logDensity(at: point) - frame.logVolume]
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
