import Foundation
import Testing

@testable import Diffusion

@Suite("Data of which only some points are known") struct KnownPointsTests {
  private func laboratory(
    _ count: Int, seed: UInt64 = 7, dataSeed: UInt64 = 7,
    of whole: DistributionSpecification = .named(.twoMoons)
  ) throws -> Laboratory {
    try Laboratory(
      Experiment(distribution: .samples(of: whole, count: count, seed: dataSeed), seed: seed))
  }

  @Test("They are as many as are asked for, and stay whatever else is drawn")
  func fixed() throws {
    let known = try #require(laboratory(50).knownPoints)
    #expect(known.points.count == 50 && Set(known.points).count == 50)
    #expect(try laboratory(50, seed: 99).knownPoints == known)
    #expect(try laboratory(50, dataSeed: 8).knownPoints != known)
    #expect(try laboratory(50).reseeded(by: 3).knownPoints == known)
    #expect(try Laboratory(Experiment()).knownPoints == nil)
  }

  @Test("All of the distribution judges, the known points alone are learned from")
  func learned() throws {
    let laboratory = try laboratory(5)
    #expect(laboratory.mixture == Distribution.twoMoons.mixture())
    let known = try #require(laboratory.knownPoints)
    let data = TrainingData(mixture: laboratory.trainingMixture, tellsLabels: true)
    #expect(data.labels == laboratory.mixture.labels)
    for index in 0..<5 {
      let choice = (Double(index) + 0.5) / 5
      let made = data.made(choice: choice, normals: ([1.3, -0.4], .zero)).clean
      let own = data.standardization.restored(made)
      #expect((own - known.points[index]).length < 1e-12)
      #expect(data.label(ofChoice: choice).label == known.labels[index])
    }
  }

  @Test("One point alone can be learned")
  func single() throws {
    var trainer = try laboratory(1).trainer()
    #expect((0..<20).allSatisfy { _ in trainer.step().isFinite })
  }

  @Test("Their model is a softmax over distances", arguments: [0.05, 0.4, 2])
  func softmax(sigma: Double) throws {
    let laboratory = try laboratory(40)
    let points = try #require(laboratory.knownPoints).points
    let level = NoiseLevel(alpha: 0.7, sigma: sigma)
    let model = try #require(laboratory.empiricalDenoiser)
    for place: Point in [[0.1, 0.3], [-2, 5]] {
      let distances = points.map { (place - 0.7 * $0).squaredLength / (2 * sigma * sigma) }
      let least = distances.min() ?? 0
      let shares = distances.map { exp(least - $0) }
      let total = shares.reduce(0, +)
      let clean = zip(shares, points).reduce(Point.zero) { $0 + $1.0 / total * $1.1 }
      let estimate = model.estimates(of: [place], at: level)[0]
      #expect((estimate.clean - clean).length < 1e-12)
      #expect((estimate.noise - (place - 0.7 * clean) / sigma).length < 1e-10)
      let density = model.mixture.diffused(to: level).logDensity(at: place)
      let exact = log(total / 40 / (2 * Double.pi * sigma * sigma)) - least
      #expect(abs(density - exact) < 1e-10)
    }
  }

  @Test("Ten thousand of them are asked as one would ask all")
  func many() throws {
    let laboratory = try laboratory(10_000, of: .named(.eightGaussians))
    let points = try #require(laboratory.knownPoints).points
    let model = try #require(laboratory.empiricalDenoiser)
    let place: Point = [1.9, 0.3]
    for sigma in [0.02, 0.5] {
      let exponents = points.map { -(place - $0).squaredLength / (2 * sigma * sigma) }
      let most = exponents.max() ?? 0
      let shares = exponents.map { exp($0 - most) }
      let clean = zip(shares, points).reduce(Point.zero) { $0 + $1.0 * $1.1 } / shares.reduce(0, +)
      let estimate = model.estimates(of: [place], at: NoiseLevel(alpha: 1, sigma: sigma))[0]
      #expect((estimate.clean - clean).length < 1e-11)
    }
  }

  @Test("Where no noise is left it answers with the nearest point")
  func clean() throws {
    let laboratory = try laboratory(30)
    let known = try #require(laboratory.knownPoints)
    let model = try #require(laboratory.empiricalDenoiser)
    let place: Point = [0.2, 0.1]
    let nearest = try #require(
      known.points.min { ($0 - place).squaredLength < ($1 - place).squaredLength })
    #expect(model.estimates(of: [place], at: .clean) == [Estimate(clean: nearest, noise: .zero)])
    let diffused = model.mixture.diffused(to: .clean)
    #expect(diffused.logDensity(at: place) == -.infinity)
    #expect(diffused.logDensity(at: nearest) == .infinity)
    #expect(diffused.score(at: nearest) == .zero)
    #expect(diffused.labelPosterior(at: place).reduce(0, +) == 1)
    // As it does with ever less noise.
    let little = model.estimates(of: [place], at: NoiseLevel(alpha: 1, sigma: 1e-3))[0]
    #expect((little.clean - nearest).length < 1e-12)
  }

  @Test("Followed exactly, its samples are the known points")
  func copies() throws {
    let laboratory = try #require(
      laboratory(12).sampling(by: SamplerSpecification(kind: .ode, steps: 40)).empirical)
    let known = try #require(laboratory.knownPoints).points
    let model = try #require(laboratory.empiricalDenoiser)
    let samples = laboratory.reverseProcess(with: model).run(from: laboratory.start(count: 25))
    for sample in samples {
      #expect((known.map { ($0 - sample).length }.min() ?? 1) < 1e-3)
    }
  }

  @Test("The share of copies counts points a third as far from the nearest as from the next")
  func copied() throws {
    let neighbours = try #require(NearestTwo(among: [[0, 0], [4, 0], [0, 9]]))
    let share = neighbours.shareOfCopies(in: [[0.9, 0], [1.1, 0], [0, 2], [4, 0.5]])
    #expect(share == 0.5)
    #expect(NearestTwo(among: [[1, 1]]) == nil)
  }

  @Test("Too few, too many, and methods that need all of the distribution are refused")
  func refusals() throws {
    #expect(throws: DistributionError.sampleCount(0)) {
      try DistributionSpecification.samples(of: .standard, count: 0, seed: 1).check()
    }
    #expect(throws: (any Error).self) { try laboratory(100_001) }
    let error = #expect(throws: ExperimentError.self) {
      try Laboratory(
        Experiment(
          distribution: .samples(of: .standard, count: 9, seed: 1), method: InverseCDFSettings()))
    }
    #expect(error?.path == ["distribution", "samples"])
  }
}
