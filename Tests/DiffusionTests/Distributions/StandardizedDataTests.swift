import Foundation
import Testing

@testable import Diffusion

@Suite("Data that is standardized")
struct StandardizedDataTests {
  private static let shape = (0..<24).map { index in
    let angle = Double(index) / 24 * 2 * Double.pi
    return Point(cos(angle) + 0.3 * sin(3 * angle), 1.5 * sin(angle))
  }
  private static let map = Standardization(centre: Point(3.5e6, -8.1e5), spread: 2.75e4)

  private static func experiment(
    _ points: [Point], schedule: ScheduleKind = .linear, standardize: Bool? = true
  ) -> Experiment {
    Experiment(
      distribution: .points(
        points, labels: points.indices.map { $0 < 9 ? "a" : "b" }, source: "data.csv"),
      standardize: standardize, schedule: ScheduleSpecification(kind: schedule, timesteps: 200),
      model: ModelSpecification(kind: .exact), sampler: SamplerSpecification(kind: .ddim, steps: 20)
    )
  }

  @Test(
    "Data moved and scaled gives samples moved and scaled, and densities by the Jacobian",
    arguments: [ScheduleKind.linear, .straightLine, .varianceExploding])
  func equivariance(on schedule: ScheduleKind) throws {
    let small = try Laboratory(Self.experiment(Self.shape, schedule: schedule))
    let large = try Laboratory(
      Self.experiment(Self.map.restored(Self.shape), schedule: schedule))
    #expect(abs(large.frame.spread / (Self.map.spread * small.frame.spread) - 1) < 1e-12)
    func samples(_ laboratory: Laboratory) -> [Point] {
      let run = laboratory.reverseProcess(with: laboratory.exactDenoiser)
      return laboratory.frame.restored(run.run(from: laboratory.start(count: 50)))
    }
    for (one, other) in zip(samples(small), samples(large)) {
      #expect((Self.map.restored(one) - other).length < 1e-8 * Self.map.spread)
    }
    let level = small.schedule.levels[90]
    let (one, other) = (small.mixture.diffused(to: level), large.mixture.diffused(to: level))
    for place in Self.shape {
      let (here, there) = (
        small.frame.standardized(place), large.frame.standardized(Self.map.restored(place))
      )
      let density = one.logDensity(at: here) - small.frame.logVolume
      let mapped = other.logDensity(at: there) - large.frame.logVolume
      #expect(abs(mapped - (density - 2 * log(Self.map.spread))) < 1e-7)
    }
  }

  @Test("The data in its own units is what it was")
  func ownUnits() throws {
    let points = Self.map.restored(Self.shape)
    let laboratory = try Laboratory(Self.experiment(points, schedule: .linearRescaled))
    let plain = try Laboratory(
      Self.experiment(points, schedule: .linearRescaled, standardize: false))
    #expect(plain.frame.isIdentity && plain.ownMixture == plain.mixture)
    for (own, given) in zip(laboratory.ownMixture.components, plain.mixture.components) {
      #expect((own.mean - given.mean).length < 1e-9 * Self.map.spread)
      #expect(abs(own.covariance.xx / given.covariance.xx - 1) < 1e-9)
      #expect(own.label == given.label)
    }
    #expect(laboratory.mixture.mean.length < 1e-12)
    #expect(laboratory.startingNoiseEnd.verdict == .noise)
    #expect(plain.startingNoiseEnd.verdict == .notYetNoise)
  }

  @Test("A model is asked the same with and without a frame: only the noise has another unit")
  func sameQuestion() throws {
    let points = Self.map.restored(Self.shape)
    let laboratory = try Laboratory(Self.experiment(points))
    var trainer = laboratory.trainer()
    for _ in 0..<20 { _ = trainer.step() }
    let weights = trainer.weights
    #expect(weights.frame == laboratory.frame)
    let outside = weights.seen(in: .identity)
    #expect(outside.frame.isIdentity && weights.seen(in: laboratory.frame) == weights)
    let frame = laboratory.frame
    let level = laboratory.schedule.levels[120]
    let wide = NoiseLevel(alpha: level.alpha, sigma: frame.spread * level.sigma)
    let seen = Self.shape.map { level.alpha * $0 + Point(0.3, -0.2) }
    let own = seen.map { level.alpha * frame.centre + frame.spread * $0 }
    let pairs: [(any Denoiser, any Denoiser, Double)] = [
      (laboratory.exactDenoiser, ExactDenoiser(mixture: laboratory.ownMixture), 1e-6),
      (LearnedDenoiser(weights: weights), LearnedDenoiser(weights: outside), 1e-4),
    ]
    for (framed, plain, tolerance) in pairs {
      let answers = zip(framed.estimates(of: seen, at: level), plain.estimates(of: own, at: wide))
      for (inside, outside) in answers {
        #expect((inside.noise - outside.noise).length < tolerance)
        let clean = frame.standardized(outside.clean)
        #expect((inside.clean - clean).length < tolerance)
      }
    }
    let read = try Weights(decoding: weights.encoded())
    #expect(read == weights)
  }

  @Test("Samples are as good as real data, and the distance is in the data's own units")
  func quality() throws {
    let laboratory = try Laboratory(Self.experiment(Self.map.restored(Self.shape)))
    let samples = laboratory.reverseProcess(with: laboratory.exactDenoiser)
      .run(from: laboratory.start(count: 800))
    let report = laboratory.meter(count: 800).report(on: samples, networkCalls: 0)
    let own = QualityMeter(
      mixture: laboratory.ownMixture, count: 800, randomness: laboratory.experiment.randomness
    ).report(on: laboratory.frame.restored(samples), networkCalls: 0)
    #expect(abs(report.slicedW2 / own.slicedW2 - 1) < 1e-6)
    #expect(abs(report.floor.distances.second / own.floor.distances.second - 1) < 1e-6)
    #expect(report.slicedW2 < 2 * report.floor.distances.second)
    #expect(report.slicedW2 > 100)
  }

  @Test("Only points of files are standardized unasked, and only where they need it")
  func byDefault() {
    func isStandardized(_ points: [Point], source: PointSource = "data.csv") -> Bool {
      Experiment(distribution: .points(points, labels: nil, source: source)).isStandardized
    }
    #expect(!isStandardized(Self.shape))
    #expect(isStandardized(Self.shape.map { $0 + Point(11, 0) }))
    #expect(isStandardized(Self.shape.map { 20 * $0 }))
    #expect(isStandardized(Self.shape.map { 1e-4 * $0 }))
    #expect(!isStandardized([Point(1, 1), Point(1, 1)]))
    #expect(
      !isStandardized(
        Self.map.restored(Self.shape), source: DistributionSpecification.listSource))
    for distribution in Distribution.allCases {
      #expect(!Experiment(distribution: .named(distribution)).isStandardized)
    }
    var experiment = Self.experiment(Self.map.restored(Self.shape), standardize: nil)
    #expect(experiment.isStandardized)
    experiment.transport = TransportSpecification()
    #expect(!experiment.isStandardized)
  }

  @Test("Places up to 1e12 can be data, whatever their spread", arguments: [1e9, 1e12])
  func farPlaces(centre: Double) throws {
    for spread in [1, 1e3] {
      let points = Self.shape.map { Point(centre, -centre) * 0.9 + spread * $0 }
      let laboratory = try Laboratory(Self.experiment(points, standardize: nil))
      #expect(abs(laboratory.mixture.spread - 1) < 0.01)
      let run = laboratory.reverseProcess(with: laboratory.exactDenoiser)
      let samples = laboratory.frame.restored(run.run(from: laboratory.start(count: 20)))
      for sample in samples {
        #expect(points.contains { ($0 - sample).length < 0.6 * spread })
      }
    }
  }
}
