import Foundation

extension EvaluationMetric {
  /// The variational bound of the chain that samples are drawn by.
  static let bound = EvaluationMetric(
    id: "elbo", title: "Variational bound",
    summary:
      "where asked for by name: the bound on real data's negative log likelihood by term, with"
      + " the variance of --variance",
    mostPoints: .max, readsVariance: true
  ) { sampleSet, watch in
    guard sampleSet.isAskedByName, let origin = sampleSet.denoised else { return [] }
    let laboratory = sampleSet.laboratory
    let isExact = origin.exact == laboratory.target
    let subject = laboratory.boundSubject(of: isExact ? nil : origin.model)
    let count = laboratory.boundDraws(asked: sampleSet.samples.count)
    let bound = try VariationalBound(
      of: subject, count: count, randomness: laboratory.experiment.randomness, watch: watch)
    var stream = laboratory.experiment.randomness.stream(.reference, step: -1)
    let entropy = sampleSet.target.entropy(drawing: max(count, 10_000), from: &stream)
    return BoundFigures(
      bound, entropy: .init(entropy.value, error: entropy.error), isExact: isExact,
      unit: laboratory.frame.logVolume, count: sampleSet.samples.count
    ).all
  }
}

/// The figures of a bound, each with its standard error.
private struct BoundFigures {
  let bound: VariationalBound
  let entropy: VariationalBound.Figure
  /// Whether the model is the data's own posterior mean, so that it knows the data's density.
  let isExact: Bool
  /// What a density in the data's own units is lower by in the logarithm.
  let unit: Double
  let count: Int

  init(
    _ bound: VariationalBound, entropy: VariationalBound.Figure, isExact: Bool, unit: Double,
    count: Int
  ) {
    self.bound = bound
    self.entropy = entropy
    self.isExact = isExact
    self.unit = unit
    self.count = bound.count > 0 ? bound.count : count
  }

  var all: [QualityFigure] {
    var total = bound.total
    total.value += unit
    var reconstruction = bound.reconstruction
    reconstruction.value += unit
    let bits = 1 / (2 * log(2.0))
    var figures =
      figure(
        "nll_bound", total, ideal: entropy.value,
        "the sum of elbo_prior and elbo_terms and elbo_reconstruction")
      + figure("nll_exact", entropy, "the entropy of the data: no bound is below it")
    if isExact { figures += figure("nll_model", entropy, "that of the model's own density") }
    return figures
      + figure("elbo_prior", bound.prior, "KL(q(x_T|x_0) || the start's normal)") + terms
      + figure("elbo_reconstruction", reconstruction, "-E log p(x_0|x_1)")
      + figure(
        "bits_per_dimension", .init(bits * total.value, error: bits * total.error),
        "nll_bound / (2 ln 2)")
  }

  private var terms: [QualityFigure] {
    let sum = bound.terms.reduce(0) { $0 + $1.value }
    let error = bound.terms.reduce(0) { $0 + $1.error * $1.error }.squareRoot()
    return [
      QualityFigure(
        ["elbo_terms"], sum, terms: bound.terms.map(\.value), count: count,
        definition: "KL(q(x_t-1|x_t;x_0) || p(x_t-1|x_t)) for t = 2..T in nats: a list in JSON and"
          + " else the sum"),
      QualityFigure(
        ["elbo_terms_error"], error, terms: bound.terms.map(\.error), count: count,
        definition: "the standard errors of elbo_terms"),
    ]
  }

  private func figure(
    _ name: String, _ figure: VariationalBound.Figure, ideal: Double? = nil, _ words: String
  ) -> [QualityFigure] {
    [
      QualityFigure(
        [name], figure.value, ideal: ideal, count: count,
        definition: words + (name == "bits_per_dimension" ? "" : " in nats")),
      QualityFigure(
        ["\(name)_error"], figure.error, count: count, definition: "the standard error of \(name)"),
    ]
  }
}
