import Diffusion
import Foundation
import Testing

@testable import Interface

@Suite("Figures are those of the method and of the data's own units")
struct MethodFigureTests {
  /// A correlated Gaussian.
  private let covariance = Covariance(xx: 0.5, xy: 0.2, yy: 0.3)
  private let centre = Point(0.4, -0.7)

  private var data: DistributionSpecification {
    .components([GaussianMixture.Component(mean: centre, covariance: covariance, label: "a")])
  }

  private static func value(_ text: String, in state: AppState) throws -> Double {
    let reading = try FigureReading(text)
    return try #require(
      FigureReading.measured([reading], in: state)[reading],
      "\(text): \(reading.obstacle(in: state) ?? "")")
  }

  private static func obstacle(_ text: String, in state: AppState) throws -> String? {
    let reading = try FigureReading(text)
    #expect(FigureReading.measured([reading], in: state)[reading] == nil)
    return reading.obstacle(in: state)
  }

  /// A Gaussian's precision, applied to an offset.
  private static func solved(_ matrix: Covariance, _ offset: Point) -> Point {
    let determinant = matrix.xx * matrix.yy - matrix.xy * matrix.xy
    return Point(
      (matrix.yy * offset.x - matrix.xy * offset.y) / determinant,
      (matrix.xx * offset.y - matrix.xy * offset.x) / determinant)
  }

  @Test("from another prior places are asked about the ways from there")
  func otherPrior() throws {
    var experiment = Experiment(
      distribution: data, schedule: ScheduleSpecification(kind: .straightLine, timesteps: 40),
      model: ModelSpecification(kind: .exact), sampler: SamplerSpecification(kind: .ode),
      particles: 20)
    let prior = LabelPrior(label: "a", mean: Point(-2, 1), deviation: 0.6)
    experiment.transport = TransportSpecification(prior: .perLabel([prior]), coupling: .label)
    var player = try Player(experiment)
    player.perform(.time(.togglePlay), .time(.seek(step: 12)))
    player.arrive()
    let state = player.state
    // x = 0.7 clean + 0.3 start, clean and start independent.
    let noisy = covariance.scaled(by: 0.49, plusVariance: 0.09 * 0.36)
    let place = Point(0.1, 0.5)
    let offset = place - (0.7 * centre + 0.3 * Point(-2, 1))
    let pull = Self.solved(noisy, offset)
    let cleanX = centre.x + 0.7 * (covariance.xx * pull.x + covariance.xy * pull.y)
    let determinant = noisy.xx * noisy.yy - noisy.xy * noisy.xy
    let logDensity =
      -log(2 * Double.pi) - log(determinant) / 2 - (offset.x * pull.x + offset.y * pull.y) / 2
    let expected = [
      "alpha": 0.7, "sigma": 0.3, "time": 0.3, "score-x 0.1 0.5": -pull.x,
      "score-length 0.1 0.5": pull.length, "clean-x 0.1 0.5": cleanX,
      "noise-y 0.1 0.5": 0.3 * 0.6 * pull.y, "log-density 0.1 0.5": logDensity,
      "density 0.1 0.5": exp(logDensity), "label-probability a 0.1 0.5": 1,
      "exact-spread": ((noisy.xx + noisy.yy) / 2).squareRoot(),
      "entropy": 1 + log(2 * Double.pi) + log(determinant) / 2,
    ]
    for (text, number) in expected {
      #expect(abs(try Self.value(text, in: state) - number) < 1e-9, "\(text)")
    }
    #expect(try Self.obstacle("least-noise-loss", in: state)?.contains("no closed form") == true)
    #expect(try Self.obstacle("loss-floor", in: state)?.contains("no closed form") == true)
  }

  @Test("two classes with priors of their own are told apart by their ways")
  func twoClasses() throws {
    let variance = 0.04
    let round = Covariance(xx: variance, xy: 0, yy: variance)
    var experiment = Experiment(
      distribution: .components([
        GaussianMixture.Component(weight: 3, mean: Point(1, 0), covariance: round, label: "a"),
        GaussianMixture.Component(weight: 1, mean: Point(-1, 0), covariance: round, label: "b"),
      ]), schedule: ScheduleSpecification(kind: .straightLine, timesteps: 40),
      model: ModelSpecification(kind: .exact), sampler: SamplerSpecification(kind: .ode),
      particles: 20)
    // The classes cross over: halfway both are at the origin but for the height.
    experiment.transport = TransportSpecification(
      prior: .perLabel([
        LabelPrior(label: "a", mean: Point(-1, 0.2), deviation: 0.2),
        LabelPrior(label: "b", mean: Point(1, -0.2), deviation: 0.2),
      ]), coupling: .label)
    var player = try Player(experiment)
    player.perform(.time(.togglePlay), .time(.seek(step: 20)))
    player.arrive()
    let width = 0.25 * (variance + 0.04)
    let terms = [
      0.75 * exp(-(0.3 * 0.3 + (0.05 - 0.1) * (0.05 - 0.1)) / (2 * width)),
      0.25 * exp(-(0.3 * 0.3 + (0.05 + 0.1) * (0.05 + 0.1)) / (2 * width)),
    ]
    let found = try Self.value("label-probability a 0.3 0.05", in: player.state)
    #expect(abs(found - terms[0] / (terms[0] + terms[1])) < 1e-9)
    #expect(try Self.obstacle("label-probability c 0 0", in: player.state)?.contains("'c'") == true)
  }

  @Test("of inverse CDF sampling there is the data, and nothing of levels or of noise")
  func uniformNumbers() throws {
    var experiment = Experiment.small
    experiment.distribution = data
    experiment.methodSpecification = MethodSpecification(InverseCDFSettings(axes: .xy))
    var player = try Player(experiment)
    player.perform(.time(.togglePlay), .time(.seek(step: 20)))
    player.arrive()
    for text in ["density 0 0", "score-x 0 0", "entropy", "label-probability a 0 0"] {
      #expect(
        try Self.obstacle(text, in: player.state) == "nothing exact is known of half-made samples")
    }
    for text in ["alpha-bar", "sigma 3", "snr", "last-alpha-bar", "beta 2", "steps-to 0.5"] {
      #expect(try Self.obstacle(text, in: player.state)?.contains("no noise is added") == true)
    }
    // Its runs lead to the data: there every sample is whole.
    player.perform(.time(.goToEnd))
    player.arrive()
    let determinant = 0.5 * 0.3 - 0.2 * 0.2
    let entropy = 1 + log(2 * Double.pi) + log(determinant) / 2
    #expect(abs(try Self.value("entropy", in: player.state) - entropy) < 1e-9)
    #expect(abs(try Self.value("data-entropy", in: player.state) - entropy) < 1e-9)
    #expect(try Self.obstacle("clean-x 0 0", in: player.state)?.contains("no noise") == true)
    // The normal distribution function at one deviation, and back.
    let x = centre.x + 0.5.squareRoot()
    let share = try Self.value("share-below \(x)", in: player.state)
    #expect(abs(share - 0.841344746068543) < 1e-12)
    #expect(abs(try Self.value("quantile \(share)", in: player.state) - x) < 1e-9)
    #expect(try Self.obstacle("quantile 1", in: player.state)?.contains("between 0 and 1") == true)
  }

  @Test("of standardized data they are in the data's own units, as on the axes")
  func standardized() throws {
    var experiment = Experiment.small
    experiment.distribution = .components([
      GaussianMixture.Component(
        mean: Point(50, -20), covariance: Covariance(xx: 9, xy: 2, yy: 5), label: "a")
    ])
    experiment.standardize = true
    var player = try Player(experiment)
    player.perform(.time(.togglePlay), .time(.seek(step: 12)))
    player.arrive()
    let state = player.state
    let level = try Schedule(experiment.schedule).levels[11]
    // X = centre + spread (alpha u + sigma noise), with u the standardized data.
    let noisy = Covariance(
      xx: level.alphaBar * 9 + 7 * level.sigma * level.sigma, xy: level.alphaBar * 2,
      yy: level.alphaBar * 5 + 7 * level.sigma * level.sigma)
    let pull = Self.solved(noisy, Point(2, 1))
    let determinant = noisy.xx * noisy.yy - noisy.xy * noisy.xy
    let expected = [
      "score-x 52 -19": -pull.x, "score-length 52 -19": pull.length,
      "log-density 52 -19": -log(2 * Double.pi) - log(determinant) / 2 - (2 * pull.x + pull.y) / 2,
      "clean-y 52 -19": -20 + level.alpha * (2 * pull.x + 5 * pull.y),
      "noise-x 52 -19": 7.0.squareRoot() * level.sigma * pull.x,
      "entropy": 1 + log(2 * Double.pi) + log(determinant) / 2,
      "data-entropy": 1 + log(2 * Double.pi) + log(41) / 2,
      "exact-spread": ((noisy.xx + noisy.yy) / 2).squareRoot(), "quantile 0.5": 50,
      "share-below 53": 0.841344746068543,
    ]
    for (text, number) in expected {
      #expect(abs(try Self.value(text, in: state) - number) < 1e-9, "\(text)")
    }
    let points = state.frame.points.map { Point(50, -20) + 7.0.squareRoot() * $0 }
    let mean = points.reduce(.zero, +) / Double(points.count)
    #expect(abs(try Self.value("mean-x", in: state) - mean.x) < 1e-9)
    #expect(abs(try Self.value("particle-y", in: state) - points[0].y) < 1e-9)
  }
}
