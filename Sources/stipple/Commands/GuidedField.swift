import Diffusion

/// What a model, guided or not, says at a noise level.
struct GuidedField {
  /// The whole distribution, whose labels' probabilities are told.
  let mixture: GaussianMixture
  /// What the density is of: the mixture, or that of the label.
  let shown: DiffusedMixture
  let denoiser: any Denoiser
  let place: FieldPlace
  /// The exact score where no noise is left and an estimate has none.
  let cleanScore: (Point) -> Point

  /// The field at points, with a column for everything.
  func table(at points: [Point]) -> CSVTable {
    let whole = mixture.diffused(to: place.level)
    var table = CSVTable(columns: columns)
    for (point, estimate) in zip(points, denoiser.estimates(of: points, at: place.level)) {
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
      + mixture.labels.map { CSVTable.field("p_\($0)") }
  }
}

extension GuidanceOptions {
  /// The field that the flags describe at a place.
  func field(
    of mixture: GaussianMixture, weights: Weights?, at place: FieldPlace
  ) throws(InputError) -> GuidedField {
    let strong = try conditioned(mixture, on: label).diffused(to: place.level)
    let weak = try conditioned(mixture, on: negative).diffused(to: place.level)
    let weight = guidance ?? 1
    return GuidedField(
      mixture: mixture, shown: strong,
      denoiser: try denoiser(for: mixture, weights: weights), place: place
    ) { point in
      let base = weak.score(at: point)
      return base + weight * (strong.score(at: point) - base)
    }
  }
}
