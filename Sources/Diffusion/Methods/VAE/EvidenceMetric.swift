/// The model that samples were decoded by, and how closely its density is looked at.
public struct DecodedOrigin: SampleOrigin {
  public let model: VariationalAutoEncoder
  /// How many latents are drawn for the likelihood of a point.
  public let importance: Int

  public init(model: VariationalAutoEncoder, importance: Int) {
    self.model = model
    self.importance = importance
  }
}

extension EvaluationMetric {
  /// The bound of a variational auto-encoder in its two parts, and its likelihood.
  static let evidence = EvaluationMetric(
    id: "evidence", title: "Evidence lower bound",
    summary: "of vae: the bound on real data's log likelihood in its two parts, and the likelihood",
    mostPoints: .max
  ) { sampleSet, watch in
    guard let origin = sampleSet.origin as? DecodedOrigin else { return [] }
    let laboratory = sampleSet.laboratory
    var stream = laboratory.experiment.randomness.stream(.reference, step: -2)
    let bound = try EvidenceBound(
      of: origin.model, on: sampleSet.reference, draws: origin.importance, from: &stream,
      watch: watch)
    var draws = laboratory.experiment.randomness.stream(.reference, step: -1)
    let entropy = sampleSet.target.entropy(
      drawing: max(sampleSet.reference.count, 10_000), from: &draws)
    return EvidenceFigures(
      bound: bound, entropy: EvidenceBound.Figure(entropy.value, error: entropy.error),
      optimum: origin.model.isLinear
        ? LinearVAE(
          of: sampleSet.target.covariance, laboratory.vae?.settings ?? VAESettings())?.elbo
        : -entropy.value,
      importance: origin.importance, count: sampleSet.reference.count
    ).all
  }
}

/// The figures of a bound, each with its standard error.
private struct EvidenceFigures {
  let bound: EvidenceBound
  let entropy: EvidenceBound.Figure
  /// The best there is: of linear maps, or of any; nil where that of linear maps has no end.
  let optimum: Double?
  let importance: Int
  let count: Int

  var all: [QualityFigure] {
    figure("elbo", bound.elbo, ideal: optimum, "reconstruction - kl")
      + figure("reconstruction", bound.reconstruction, "E_q log p(x|z)")
      + figure("kl", bound.kl, "KL(q(z|x) || N(0 I))") + perDimension
      + figure(
        "log_likelihood", bound.logLikelihood, ideal: -entropy.value,
        "log p(x) by \(importance) importance weights: a bound that rises with their number")
      + figure("nll_exact", entropy, "the entropy of the data: no -log_likelihood is below it")
      + [
        QualityFigure(
          ["collapsed_dimensions"], Double(bound.collapsed.count), ideal: 0, count: count,
          definition: "latent numbers whose kl is below \(EvidenceBound.collapse) nats: they tell"
            + " nothing (posterior collapse)")
      ]
  }

  private var perDimension: [QualityFigure] {
    let figures = bound.klPerDimension
    return [
      QualityFigure(
        ["kl_per_dimension"], bound.kl.value, terms: figures.map(\.value), count: count,
        definition: "kl of each latent number in nats: a list in JSON and else the sum"),
      QualityFigure(
        ["kl_per_dimension_error"], bound.kl.error, terms: figures.map(\.error), count: count,
        definition: "the standard errors of kl_per_dimension"),
    ]
  }

  private func figure(
    _ name: String, _ figure: EvidenceBound.Figure, ideal: Double? = nil, _ words: String
  ) -> [QualityFigure] {
    [
      QualityFigure(
        [name], figure.value, ideal: ideal, count: count, definition: "\(words); in nats"),
      QualityFigure(
        ["\(name)_error"], figure.error, count: count, definition: "the standard error of \(name)"),
    ]
  }
}
