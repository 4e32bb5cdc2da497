import Foundation
import Testing

@testable import Diffusion

/// The laws of the exact map.
@Suite struct InverseCDFLawTests {
  /// Correlated, of unequal widths, with a gap between.
  static func mixture() throws -> GaussianMixture {
    try GaussianMixture(components: [
      GaussianMixture.Component(
        weight: 0.3, mean: Point(1, 2), covariance: Covariance(xx: 0.3, xy: 0.1, yy: 0.2),
        label: "a"),
      GaussianMixture.Component(
        weight: 0.5, mean: Point(-2, 0.5), covariance: Covariance(xx: 0.05, xy: -0.12, yy: 0.9),
        label: "b"),
      GaussianMixture.Component(
        weight: 0.2, mean: Point(4, -6), covariance: Covariance(xx: 1e-4, xy: 0, yy: 2),
        label: "c"),
    ])
  }

  static func shares(_ count: Int) -> [Point] {
    var stream = Randomness(seed: 5).stream(.start)
    return (0..<count).map { _ in Point(stream.uniform(), stream.uniform()) }
  }

  @Test("The distribution function of the inverse is the identity", arguments: AxisOrder.allCases)
  func inverseIsAnInverse(axes: AxisOrder) throws {
    let map = ExactQuantileMap(of: try Self.mixture(), axes: axes)
    let shares = Self.shares(400)
    for (share, back) in zip(shares, map.shares(at: map.points(at: shares))) {
      #expect(abs(share.x - back.x) < 1e-12 && abs(share.y - back.y) < 1e-12)
    }
  }

  @Test("In the tails the share keeps its digits, down to the smallest of doubles")
  func tailsKeepTheirDigits() throws {
    let marginal = try Self.mixture().marginal(of: 0)
    for exponent in stride(from: 1.0, through: 300, by: 7.3) {
      let share = pow(10, -exponent)
      let below = marginal.cdf(marginal.quantile(share))
      #expect(abs(below / share - 1) < 1e-10, "\(share)")
      let above = marginal.survival(marginal.quantile(ofUpperTail: share))
      #expect(abs(above / share - 1) < 1e-10, "\(share)")
    }
    for share in [1 - 0x1p-53, 0x1p-53, 0.5, 0.5.nextUp, 0.3, 0.8] {
      let place = marginal.quantile(share)
      #expect(place.isFinite && abs(marginal.cdf(place) - share) < 1e-15)
    }
  }

  @Test("Quantiles rise with their share")
  func quantilesRise() throws {
    let marginal = try Self.mixture().marginal(of: 0)
    let places = (1..<2000).map { marginal.quantile(Double($0) / 2000) }
    for (one, next) in zip(places, places.dropFirst()) { #expect(one < next) }
  }

  @Test("The map of a single Gaussian is affine in the normal quantiles")
  func mapOfAGaussianIsAffine() throws {
    let covariance = Covariance(xx: 2, xy: -0.7, yy: 0.5)
    let mixture = try GaussianMixture(components: [
      GaussianMixture.Component(mean: Point(3, -1), covariance: covariance, label: "a")
    ])
    for axes in AxisOrder.allCases {
      let map = ExactQuantileMap(of: mixture, axes: axes)
      let shares = Self.shares(100)
      for (share, point) in zip(shares, map.points(at: shares)) {
        let z = Point(StandardNormal.quantile(share.x), StandardNormal.quantile(share.y))
        // x by the lower Cholesky factor, or y first by that of the other order.
        let own = axes == .xy ? covariance.xx : covariance.yy
        let other = axes == .xy ? covariance.yy : covariance.xx
        let first = own.squareRoot() * z[axes.first]
        let second =
          covariance.xy / own.squareRoot() * z[axes.first]
          + (other - covariance.xy * covariance.xy / own).squareRoot() * z[axes.second]
        let expected = Point(3, -1) + axes.point(first, second)
        #expect((point - expected).length < 1e-12)
      }
    }
  }

  @Test("Both orders give the same distribution by different maps")
  func ordersDifferInTheMapAlone() throws {
    let mixture = try Self.mixture()
    let shares = Self.shares(4000)
    let clouds = AxisOrder.allCases.map {
      ExactQuantileMap(of: mixture, axes: $0).points(at: shares)
    }
    var stream = Randomness(seed: 8).stream(.reference)
    let meter = SlicedWasserstein(reference: mixture.draw(4000, from: &stream).points)
    let floor = meter.distances(to: mixture.draw(4000, from: &stream).points).second
    for cloud in clouds { #expect(meter.distances(to: cloud).second < 2.5 * floor) }
    let moves = zip(clouds[0], clouds[1]).map { ($0 - $1).length }
    #expect(moves.reduce(0, +) / 4000 > 0.5)
  }

  @Test("The marginals of samples are those of the mixture", arguments: AxisOrder.allCases)
  func marginalsMatch(axes: AxisOrder) throws {
    let mixture = try Self.mixture()
    let count = 5000
    let points = ExactQuantileMap(of: mixture, axes: axes).points(at: Self.shares(count))
    for axis in 0...1 {
      let marginal = mixture.marginal(of: axis)
      let places = points.map { $0[axis] }.sorted()
      let worst =
        places.enumerated().map { index, place in
          abs(marginal.cdf(place) - (Double(index) + 0.5) / Double(count))
        }.max() ?? 1
      // Kolmogorov's statistic is above 1.95 / √n once in a thousand.
      #expect(worst < 1.95 / Double(count).squareRoot())
    }
  }

  @Test("The density of the map is that of the mixture")
  func densityIsThatOfTheMixture() throws {
    let mixture = try Self.mixture()
    let map = ExactQuantileMap(of: mixture, axes: .yx)
    let step = 1e-5
    for share in Self.shares(20).map({ 0.1 + 0.8 * $0 }) {
      let point = map.points(at: [share])[0]
      let right = map.points(at: [share + Point(step, 0)])[0] - point
      let up = map.points(at: [share + Point(0, step)])[0] - point
      let area = abs(right.x * up.y - right.y * up.x) / (step * step)
      #expect(abs(map.logDensities(at: [point])[0] + log(area)) < 0.02)
    }
  }

  @Test("Its run maps a coordinate in each of two steps and carries on what is to come")
  func runGoesAxisByAxis() throws {
    var experiment = Experiment(method: InverseCDFSettings(axes: .yx), particles: 50)
    experiment.distribution = .components(try Self.mixture().components)
    let laboratory = try Laboratory(experiment)
    let run = try laboratory.generation(by: nil, count: 50)
    #expect(run.steps == 2)
    let half = run.advance(SamplingState(run.start), 0).points
    let ends = run.run()
    for (start, (half, end)) in zip(run.start, zip(half, ends)) {
      #expect(start.x == half.x && half.y == end.y)
    }
    let map = try #require(laboratory.inverseCDF?.map)
    #expect(ends == map.points(at: run.start))
  }
}
