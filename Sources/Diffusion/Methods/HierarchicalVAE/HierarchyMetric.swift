/// The decoder that samples came down by, and how closely its density is looked at.
public struct HierarchyOrigin: SampleOrigin {
  public let decoder: any LevelDecoder
  /// How many chains are drawn for the likelihood of a point.
  public let importance: Int

  public init(decoder: any LevelDecoder, importance: Int) {
    self.decoder = decoder
    self.importance = importance
  }
}

extension EvaluationMetric {
  /// The bound of a hierarchy of latents in its parts, beside that of the diffusion that it is where its
  /// encoder is fixed.
  static let hierarchy = EvaluationMetric(
    id: "hierarchy", title: "Evidence lower bound of every level",
    summary:
      "of hierarchical-vae: the bound on real data's log likelihood level by level, beside that of"
      + " diffusion",
    mostPoints: .max
  ) { sampleSet, watch in
    guard let origin = sampleSet.origin as? HierarchyOrigin,
      let process = sampleSet.laboratory.hierarchy
    else { return [] }
    let laboratory = sampleSet.laboratory
    let points = laboratory.frame.standardized(sampleSet.reference)
    let draws = max(1, min(origin.importance, mostRows / (points.count * process.ladder.count)))
    var stream = laboratory.experiment.randomness.stream(.reference, step: -2)
    let bound = try HierarchyBound(
      of: HierarchyBound.Subject(origin.decoder, of: process), on: points, draws: draws,
      from: &stream, watch: watch)
    let diffusion = try process.diffusion(of: origin.decoder, in: laboratory).map {
      try VariationalBound(
        of: $0, count: min(points.count, max(64, mostRows / process.ladder.count)),
        randomness: laboratory.experiment.randomness, watch: watch)
    }
    var chance = laboratory.experiment.randomness.stream(.reference, step: -1)
    let entropy = sampleSet.target.entropy(drawing: max(points.count, 10_000), from: &chance)
    return HierarchyFigures(
      bound: bound, diffusion: diffusion,
      entropy: HierarchyBound.Figure(entropy.value, error: entropy.error),
      marginalError: diffusion == nil ? nil : NoisingEncoder.marginalError(on: process.ladder),
      unit: laboratory.frame.logVolume, draws: draws, count: points.count
    ).all
  }

  /// How many latents are drawn at most, of all levels and points.
  private static let mostRows = 4_000_000
}

/// The figures of a bound, each with its standard error.
private struct HierarchyFigures {
  let bound: HierarchyBound
  /// The same of the diffusion it is; nil where the encoder was learned.
  let diffusion: VariationalBound?
  let entropy: HierarchyBound.Figure
  let marginalError: Double?
  /// What a density in the data's own units is lower by in the logarithm.
  let unit: Double
  let draws: Int
  let count: Int

  var all: [QualityFigure] {
    let exact = -entropy.value
    return figure("elbo", bound.elbo, by: unit, ideal: exact, "reconstruction - kl")
      + figure("reconstruction", bound.reconstruction, by: unit, "E_q log p(x|z_1)")
      + figure("kl", bound.kl, "the sum of kl_per_level") + perLevel
      + figure(
        "log_likelihood", bound.logLikelihood, by: unit, ideal: exact,
        "log p(x) by \(draws) importance weights: a bound that rises with their number")
      + figure("nll_exact", entropy, "the entropy of the data: no -log_likelihood is below it")
      + ofDiffusion
  }

  private var perLevel: [QualityFigure] {
    [
      QualityFigure(
        ["kl_per_level"], bound.kl.value, terms: bound.klPerLevel.map(\.value), count: count,
        definition:
          "KL(q(z_t|z_t+1;x) || p(z_t|z_t+1)) of level 1 to the highest in nats: a list in"
          + " JSON and else the sum"),
      QualityFigure(
        ["kl_per_level_error"], bound.kl.error, terms: bound.klPerLevel.map(\.error),
        count: count, definition: "the standard errors of kl_per_level"),
    ]
  }

  /// What the same chain is worth by the formulas of diffusion.
  private var ofDiffusion: [QualityFigure] {
    guard let diffusion, let marginalError else { return [] }
    let total = diffusion.total
    let kl = diffusion.terms.map(\.value) + [diffusion.prior.value]
    return figure(
      "elbo_diffusion", .init(-total.value, error: total.error), by: unit,
      "the bound of the diffusion with these levels by its own formulas: minus its nll_bound")
      + [
        QualityFigure(
          ["kl_per_level_diffusion"], kl.reduce(0, +), terms: kl, count: count,
          definition: "its elbo_terms and then elbo_prior in nats: a list in JSON and else the sum"),
        QualityFigure(
          ["marginal_error"], marginalError, ideal: 0, count: count,
          definition:
            "how far alpha and sigma of the latents' marginals are from the schedule's where"
            + " the encoder is walked down: the largest of all levels"),
      ]
  }

  private func figure(
    _ name: String, _ figure: HierarchyBound.Figure, by unit: Double = 0, ideal: Double? = nil,
    _ words: String
  ) -> [QualityFigure] {
    [
      QualityFigure(
        [name], figure.value - unit, ideal: ideal, count: count, definition: "\(words); in nats"),
      QualityFigure(
        ["\(name)_error"], figure.error, count: count, definition: "the standard error of \(name)"),
    ]
  }
}
