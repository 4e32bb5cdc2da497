import Foundation

extension Law {
  /// What exact densities and scores obey.
  static let mixtureLaws = [
    Law(id: "score-is-gradient", title: "exact score against differences of the log density") {
      let step = 1e-5
      var worst = 0.0
      for sigma in [0.05, 0.5, 5] {
        let mixture = try probe().diffused(to: NoiseLevel(alpha: 1, sigma: sigma))
        for point in places {
          let slope = Point(
            mixture.logDensity(at: point + Point(step, 0))
              - mixture.logDensity(at: point - Point(step, 0)),
            mixture.logDensity(at: point + Point(0, step))
              - mixture.logDensity(at: point - Point(0, step)))
          worst = max(worst, deviation(slope / (2 * step), mixture.score(at: point)))
        }
      }
      return .at(most: 1e-6, worst)
    },
    Law(id: "density-sums-to-one", title: "the integral of the exact density off by") {
      let step = 0.05
      let mixture = try probe().diffused(to: NoiseLevel(alpha: 0.8, sigma: 0.6))
      var sum = 0.0
      for column in -140...140 {
        for row in -140...140 {
          sum += exp(mixture.logDensity(at: step * Point(Double(column), Double(row))))
        }
      }
      return .at(most: 1e-9, abs(sum * step * step - 1))
    },
    Law(id: "estimate-is-consistent", title: "alpha clean + sigma noise against the point") {
      var worst = 0.0
      for level in [NoiseLevel(alpha: 0.99, sigma: 0.1), NoiseLevel(alpha: 0.1, sigma: 0.99)] {
        let mixture = try probe().diffused(to: level)
        for point in places {
          worst = max(worst, deviation(mixture.estimate(at: point).renoised(to: level), point))
        }
      }
      return .at(most: 1e-12, worst)
    },
  ]

  /// Points in modes, between them and far off.
  static let places = [
    Point(-0.8, 0.4), Point(0.1, 0.2), Point(1.3, -0.9), Point(-2, 3), Point(9, -7),
  ]
}
