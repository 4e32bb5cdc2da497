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
      let right = field.sharesOfMostProbable(draw.labels[...], at: draw.points).reduce(0, +)
      let bound = transport.bayesAccuracyOfStart(places: 8192)
      #expect(abs(right / 4000 - bound) < 4 * (0.25 / 4000).squareRoot())
      let shares = (0..<2).map { label in
        field.sharesOfMostProbable([Int](repeating: label, count: 4000)[...], at: draw.points)
      }
      #expect(zip(shares[0], shares[1]).allSatisfy { abs($0 + $1 - 1) < 1e-12 })
    }
  }

  @Test("agrees with the posterior of every label at every level, and a lost point is nobody's")
  func sharesFollowThePosterior() throws {
    let mixture = Distribution.eightGaussians.mixture()
    var stream = Randomness(seed: 6).stream(.data)
    let places = (0..<500).map { _ in 3 * stream.normalPoint() }
    let lost = [Point(.infinity, 0), Point(.nan, 1), Point(0, -1e200)]
    for time in [0.001, 0.1, 0.5, 1] {
      let sigma = time.squareRoot()
      let level = NoiseLevel(alpha: (1 - time).squareRoot(), sigma: sigma)
      let field = mixture.diffused(to: level)
      for label in mixture.labels.indices {
        let same = [Int](repeating: label, count: places.count)
        for (share, place) in zip(field.sharesOfMostProbable(same[...], at: places), places) {
          let posterior = field.labelPosterior(at: place)
          let most = posterior.max() ?? 0
          if posterior[label] < most * (1 - 1e-6) { #expect(share == 0) }
          if posterior[label] == most, posterior.count(where: { $0 > most * 0.999 }) == 1 {
            #expect(share == 1)
          }
        }
        #expect(field.sharesOfMostProbable([label, label, label], at: lost) == [0, 0, 0])
      }
    }
  }
}
