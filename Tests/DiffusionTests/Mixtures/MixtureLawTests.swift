import Foundation
import Testing

@testable import Diffusion

/// Laws that hold for every mixture, tried on one without any symmetry.
@Suite struct MixtureLawTests {
  /// Unequal weights, correlated covariances, two labels, off-centre.
  static let lopsided = try? GaussianMixture(components: [
    .init(
      weight: 1, mean: Point(-1.1, 0.4), covariance: Covariance(xx: 0.3, xy: 0.12, yy: 0.1),
      label: "left"),
    .init(
      weight: 2.5, mean: Point(0.9, 0.8), covariance: Covariance(xx: 0.1, xy: -0.09, yy: 0.2),
      label: "right"),
    .init(
      weight: 0.5, mean: Point(0.4, -1.2), covariance: Covariance(xx: 0.05, xy: 0.01, yy: 0.02),
      label: "left"),
  ])

  let mixture: GaussianMixture

  init() throws {
    mixture = try #require(Self.lopsided)
  }

  static let levels = [
    NoiseLevel.clean, NoiseLevel(alpha: 0.8, sigma: 0.6), NoiseLevel(alpha: 0.1, sigma: 0.995),
    NoiseLevel(alpha: 1, sigma: 3), NoiseLevel(alpha: 0, sigma: 1),
  ]
  static let places = [Point(0.3, -0.2), Point(-1, 0.5), Point(2, 1.5), Point(0.4, -1.1)]

  @Test("The score is the slope of the log density", arguments: levels)
  func score(at level: NoiseLevel) {
    let diffused = mixture.diffused(to: level)
    let step = 1e-5
    for place in Self.places {
      let across = Point(step, 0)
      let up = Point(0, step)
      let slope = Point(
        diffused.logDensity(at: place + across) - diffused.logDensity(at: place - across),
        diffused.logDensity(at: place + up) - diffused.logDensity(at: place - up))
      #expect(deviation(diffused.score(at: place), slope / (2 * step)) < 1e-7)
    }
  }

  @Test("The density integrates to 1", arguments: levels)
  func normalization(at level: NoiseLevel) {
    let diffused = mixture.diffused(to: level)
    // The trapezoid rule is exact to rounding once the cells are smaller than the narrowest lobe.
    let reach = 2 + 8 * (level.sigma + 0.45 * level.alpha)
    let cells = 200
    let width = 2 * reach / Double(cells)
    var sum = 0.0
    for row in 0...cells {
      for column in 0...cells {
        let place = Point(Double(column), Double(row)) * width - reach
        sum += exp(diffused.logDensity(at: place))
      }
    }
    #expect(abs(sum * width * width - 1) < 1e-6)
  }

  @Test("A point is its clean part plus its noise part", arguments: levels)
  func decomposition(at level: NoiseLevel) {
    let diffused = mixture.diffused(to: level)
    for place in Self.places + [Point(250, -100)] {
      let estimate = diffused.estimate(at: place)
      #expect(deviation(estimate.renoised(to: level), place) < 1e-12)
    }
  }

  @Test func theEndsOfTimeAreDefined() {
    let noise = mixture.diffused(to: NoiseLevel(alpha: 0, sigma: 1))
    let data = mixture.diffused(to: .clean)
    for place in Self.places + [Point(250, 250)] {
      #expect(deviation(noise.estimate(at: place).clean, mixture.mean) < 1e-12)
      #expect(deviation(noise.estimate(at: place).noise, place) < 1e-12)
      #expect(data.estimate(at: place).noise == .zero)
      #expect(deviation(data.estimate(at: place).clean, place) < 1e-12)
    }
  }

  @Test("Values stay finite far away and sum to 1", arguments: levels)
  func tails(at level: NoiseLevel) {
    let diffused = mixture.diffused(to: level)
    for angle in stride(from: 0, to: 2 * Double.pi, by: 0.3) {
      let place = 250 * Point(cos(angle), sin(angle))
      #expect(diffused.logDensity(at: place).isFinite)
      #expect(diffused.score(at: place).isFinite)
      #expect(abs(diffused.responsibilities(at: place).reduce(0, +) - 1) < 1e-12)
      #expect(abs(diffused.labelPosterior(at: place).reduce(0, +) - 1) < 1e-12)
    }
  }

  @Test("The label posterior is Bayes' rule for the conditioned mixtures", arguments: levels)
  func labelPosterior(at level: NoiseLevel) throws {
    let diffused = mixture.diffused(to: level)
    let shares = [1.5 / 4, 2.5 / 4]
    let classes = try (0...1).map { try mixture.conditioned(onLabel: $0).diffused(to: level) }
    for place in Self.places {
      let joint = zip(shares, classes).map { $0 * exp($1.logDensity(at: place)) }
      let expected = joint.map { $0 / (joint[0] + joint[1]) }
      #expect(deviation(diffused.labelPosterior(at: place), expected) < 1e-10)
    }
  }

  @Test func drawsHaveTheMomentsAndSharesOfTheMixture() {
    let count = 20_000
    var stream = Randomness(seed: 5).stream(.data)
    let draw = mixture.draw(count, from: &stream)
    let mean = draw.points.reduce(.zero, +) / Double(count)
    let exact = mixture.covariance
    let offsets = draw.points.map { $0 - mean }
    let variances = offsets.reduce(.zero) { $0 + $1 * $1 } / Double(count)
    let covariance = offsets.reduce(0) { $0 + $1.x * $1.y } / Double(count)
    // Four standard errors; fourth moments here are below 3 times the squared variance.
    let error = 4 / Double(count).squareRoot()
    #expect((mean - mixture.mean).length < error * (exact.trace).squareRoot())
    #expect(abs(variances.x - exact.xx) < error * 1.5 * exact.xx)
    #expect(abs(variances.y - exact.yy) < error * 1.5 * exact.yy)
    #expect(abs(covariance - exact.xy) < error * 1.5 * (exact.xx * exact.yy).squareRoot())
    let left = Double(draw.labels.filter { $0 == 0 }.count) / Double(count)
    #expect(abs(left - 1.5 / 4) < error * 0.5)
  }
}
