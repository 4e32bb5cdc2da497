import Diffusion

/// What a model, guided or not, says at a noise level.
///
/// Of standardized data, points, clean points, densities, scores and velocities are in its own units;
/// noise, and v, which mixes noise and data, are in standard units.
struct GuidedField {
  /// The distribution whose labels' probabilities are told.
  let whole: GaussianMixture
  /// The one that is asked for, whose density is told.
  let shown: GaussianMixture
  let frame: Standardization
  let place: FieldPlace
  /// The model, guided already.
  let model: any Denoiser
  /// The score of the model where no noise is left and an estimate has none; nil for that of what is
  /// asked for.
  var cleanScore: ((Point) -> Point)?
  /// The share of what is asked for in the whole at a point; nil where that is not told.
  var weight: ((Point) -> Double)?

  /// The field at points, with a column for everything.
  func table(at points: [Point]) -> CSVTable {
    let labelled = whole.diffused(to: place.level)
    let density = shown.diffused(to: place.level)
    let cleanScore = cleanScore ?? density.score
    var table = CSVTable(columns: columns)
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
      let numbers = [own.x, own.y, density.logDensity(at: point) - frame.logVolume]
      let coordinates = vectors.flatMap { [$0.x, $0.y] }
      let rest = labelled.labelPosterior(at: point) + (weight.map { [$0(point)] } ?? [])
      table.append(numbers: (numbers + coordinates + rest)[...])
    }
    return table
  }

  private var columns: [String] {
    let vectors = ["score", "noise", "clean", "v"] + (place.motion == nil ? [] : ["velocity"])
    return ["x", "y", "log_density"] + vectors.flatMap { ["\($0)_x", "\($0)_y"] }
      + whole.labels.map { CSVTable.field("p_\($0)") } + (weight == nil ? [] : ["weight"])
  }
}
