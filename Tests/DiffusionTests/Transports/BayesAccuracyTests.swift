import Foundation
import Testing

@testable import Diffusion

@Suite("How well the label can be guessed from the start")
struct BayesAccuracyTests {
  /// Two labels with priors as far apart as is said, in units of their common deviation.
  private func transport(distance: Double, weight: Double = 1) throws -> Transport {
    var experiment = Experiment()
    experiment.distribution = .components([
      GaussianMixture.Component(
        weight: weight, mean: Point(-2, 1), covariance: Covariance(standardDeviation: 0.3),
        label: "a"),
      GaussianMixture.Component(
        weight: 1, mean: Point(2, -1), covariance: Covariance(standardDeviation: 0.3), label: "b"),
    ])
    experiment.schedule = ScheduleSpecification(kind: .straightLine)
    experiment.sampler = SamplerSpecification(kind: .ode)
    experiment.transport = TransportSpecification(
      prior: .perLabel([
        LabelPrior(label: "a", mean: Point(0.5, 0.5), deviation: 0.7),
        LabelPrior(
          label: "b", mean: Point(0.5, 0.5) + 0.7 * distance * Point(0.6, 0.8), deviation: 0.7),
      ]))
    return try #require(try Laboratory(experiment).transport)
  }

  @Test("for two like Gaussians is the normal distribution at half their distance")
  func twoGaussians() throws {
    for distance in [0, 0.5, 1, 2.5, 4] {
      let wanted = 0.5 * erfc(-distance / 2 / 2.0.squareRoot())
      let found = try transport(distance: distance).bayesAccuracyOfStart(places: 8192)
      #expect(abs(found - wanted) < 2e-4, "distance \(distance): \(found), not \(wanted)")
    }
  }

  @Test("is that of the larger class where starts say nothing, and near 1 at the data")
  func ends() throws {
    let uneven = try transport(distance: 0, weight: 3)
    #expect(abs(uneven.bayesAccuracyOfStart(places: 1000) - 0.75) < 1e-12)
    #expect(abs(uneven.bayesAccuracy(at: 1, places: 1000) - 0.75) < 1e-12)
    #expect(uneven.bayesAccuracy(at: 0, places: 1000) > 1 - 1e-9)
  }

  @Test("is how often the most probable label is right, where ties are shared")
  func ties() throws {
    // Where starts say nothing both labels are likeliest everywhere, and only one can be right.
    for distance in [0, 1, 2.5] {
      let transport = try transport(distance: distance)
      let field = transport.prior.diffused(to: .clean)
      var stream = Randomness(seed: 5).stream(.data)
      let draw = transport.prior.draw(4000, from: &stream)
      let right = zip(draw.points, draw.labels).reduce(0) {
        $0 + field.shareOfMostProbable($1.1, at: $1.0)
      }
      let bound = transport.bayesAccuracyOfStart(places: 8192)
      #expect(abs(right / 4000 - bound) < 4 * (0.25 / 4000).squareRoot())
      let shares = draw.points.map { point in
        (0..<2).reduce(0) { $0 + field.shareOfMostProbable($1, at: point) }
      }
      #expect(shares.allSatisfy { abs($0 - 1) < 1e-12 })
    }
  }
}
