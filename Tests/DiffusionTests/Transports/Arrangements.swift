import Diffusion

/// The arrangements of the reference files.
enum Arrangements {
  struct Entry: Decodable {
    struct Data: Decodable {
      let weights: [Double]
      let means: [Point]
      let covariances: [[Point]]
      let labels: [Int]
    }
    struct Result: Decodable {
      let fraction: Double
      enum CodingKeys: String, CodingKey { case fraction = "fraction_own_class" }
    }
    let data: Data
    let priorMeans: [Point]
    let priorStds: [Double]
    let betaMin: Double
    let betaMax: Double
    let results: [String: Result]

    enum CodingKeys: String, CodingKey {
      case data, results
      case priorMeans = "prior_means"
      case priorStds = "prior_stds"
      case betaMin = "beta_min"
      case betaMax = "beta_max"
    }
  }

  static let file = "08_conditional_prior/arrangements.json"

  static func all() throws -> [String: Entry] {
    try Vectors.json(file, as: [String: Entry].self)
  }
}

extension Arrangements.Entry {
  var experiment: Experiment {
    let components = data.weights.indices.map { k in
      GaussianMixture.Component(
        weight: data.weights[k], mean: data.means[k],
        covariance: Covariance(
          xx: data.covariances[k][0].x, xy: data.covariances[k][0].y,
          yy: data.covariances[k][1].y),
        label: "\(data.labels[k])")
    }
    let priors = priorMeans.indices.map {
      LabelPrior(label: "\($0)", mean: priorMeans[$0], deviation: priorStds[$0])
    }
    var sampler = SamplerSpecification(kind: .ode)
    sampler.options.tolerance = 1e-10
    return Experiment(
      distribution: .components(components),
      schedule: ScheduleSpecification(
        kind: .variancePreserving, rate: ScheduleSpecification.Ends(betaMin, betaMax)),
      sampler: sampler, method: TransportSpecification(prior: .perLabel(priors)))
  }
}
