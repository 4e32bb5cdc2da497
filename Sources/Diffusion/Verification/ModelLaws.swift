extension Law {
  /// What parameterizations and guidance obey.
  static let modelLaws = [
    Law(id: "predictions-invert", title: "end points through every parameterization and back") {
      var worst = 0.0
      for angle in [0.2, 0.5, 0.8] {
        let level = NoiseLevel(alpha: (1 - angle * angle).squareRoot(), sigma: angle)
        for (clean, noise) in zip(places, places.reversed()) {
          let point = level.alpha * clean + level.sigma * noise
          for prediction in Parameterization.allCases {
            let target = prediction.target(clean: clean, noise: noise, at: level)
            let estimate = prediction.estimate(from: target, at: point, level: level)
            worst = max(worst, deviation(estimate.clean, clean))
            worst = max(worst, deviation(estimate.noise, noise))
          }
        }
      }
      return .at(most: 1e-12, worst)
    },
    Law(
      id: "guidance-at-one", title: "guidance of weight 1 against the model of the label"
    ) {
      let mixture = try probe()
      let level = NoiseLevel(alpha: 0.8, sigma: 0.6)
      let exact = ExactDenoiser(mixture: mixture)
      let label = try ExactDenoiser(mixture: mixture.conditioned(on: "b"))
        .estimates(of: places, at: level)
      let classifier = try GuidanceSpecification(label: "b", weight: 1, kind: .exactPosterior)
        .denoiser(for: mixture)
      let free = try GuidanceSpecification(label: "b", weight: 1).denoiser(for: mixture)
      let guided = [classifier, free]
      let deviations = guided.flatMap { denoiser in
        zip(denoiser.estimates(of: places, at: level), label).map {
          max(deviation($0.clean, $1.clean), deviation($0.noise, $1.noise))
        }
      }
      return .at(most: 1e-12, deviations.max() ?? .nan)
    },
  ]
}
