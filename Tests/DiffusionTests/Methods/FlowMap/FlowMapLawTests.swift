import Foundation
import Testing

@testable import Diffusion

/// What holds of every flow map, and what the exact one is.
@Suite struct FlowMapLawTests {
  private static let levels = [
    NoiseLevel(alpha: 0, sigma: 1), NoiseLevel(alpha: 0.3, sigma: 0.95),
    NoiseLevel(alpha: 0.8, sigma: 0.6), NoiseLevel(alpha: 0.99, sigma: 0.1), .clean,
  ]

  private static func points(_ seed: UInt64 = 1) -> [Point] {
    var stream = Randomness(seed: seed).stream(.start)
    return stream.normalPoints(200)
  }

  /// The network of a short training.
  private static func learned(
    _ distribution: DistributionSpecification, hidden: [Int] = [32, 32], batch: Int = 128,
    steps: Int = 60
  ) throws -> LearnedFlowMap {
    let laboratory = try FlowMapSetting.laboratory(distribution, hidden: hidden, batch: batch)
    var trainer = try FlowMapSetting.process(laboratory).trainer(in: laboratory)
    for _ in 0..<steps { _ = trainer.step() }
    return LearnedFlowMap(trainer.weights)
  }

  @Test("The exact jumps of one Gaussian are those of the closed form")
  func oneGaussian() throws {
    let gaussian = FlowMapSetting.tilted
    let exact = ExactFlowMap(of: try GaussianMixture(components: [gaussian]))
    for start in Self.levels.dropLast() {
      for end in Self.levels where end.logSNR > start.logSNR {
        let points = Self.points()
        for (from, to) in zip(points, exact.points(points, from: start, to: end)) {
          let closed = FlowMapSetting.jump(of: from, in: gaussian, from: start, to: end)
          #expect((to - closed).length < 1e-7)
        }
      }
    }
  }

  @Test("Two exact jumps are one")
  func exactJumpsCompose() throws {
    let exact = ExactFlowMap(of: try FlowMapSetting.laboratory(FlowMapSetting.pair).mixture)
    let defect = CompositionDefect(
      of: exact, from: Self.levels[0], by: Self.levels[2], to: .clean)
    #expect((defect.values(at: Self.points()).max() ?? 1) < 1e-6)
  }

  @Test("A jump to where it begins is none, whatever the network says")
  func identity() throws {
    let map = try Self.learned(FlowMapSetting.pair)
    let points = Self.points()
    // A whole jump is one, so the network does say something.
    let whole = map.points(points, from: Self.levels[0], to: .clean)
    #expect(zip(points, whole).contains { ($0 - $1).length > 0.1 })
    for level in Self.levels {
      #expect(map.points(points, from: level, to: level) == points)
      // The same level in coordinates of another size.
      let other = NoiseLevel(alpha: 3 * level.alpha, sigma: 3 * level.sigma)
      for (from, to) in zip(points, map.points(points, from: level, to: other)) {
        #expect((to - 3 * from).length < 1e-6)
      }
    }
  }

  @Test("What a network has learned holds in the coordinates of every schedule")
  func coordinates() throws {
    let map = try Self.learned(FlowMapSetting.pair)
    let (points, start, end) = (Self.points(), Self.levels[1], Self.levels[3])
    let preserving = map.points(points, from: start, to: end)
    func exploding(_ level: NoiseLevel) -> NoiseLevel {
      NoiseLevel(alpha: 1, sigma: level.relativeSigma)
    }
    let other = map.points(
      points.map { $0 / start.alpha }, from: exploding(start), to: exploding(end))
    for (one, two) in zip(preserving, other) { #expect((one / end.alpha - two).length < 1e-5) }
  }

  @Test("A teacher's ways are those of the exact flow, with its velocities")
  func teacherWays() throws {
    let mixture = try FlowMapSetting.laboratory(FlowMapSetting.pair).mixture
    let standardization = Standardization(of: mixture)
    let ways = TeacherWays(of: ExactDenoiser(mixture: mixture), standardization, seed: 2)
    let exact = ExactFlowMap(of: mixture)
    func level(_ number: Int) -> NoiseLevel {
      let angle = FlowMapClock.angles[number]
      return NoiseLevel(alpha: cos(angle), sigma: standardization.spread * sin(angle))
    }
    func own(_ number: Int) -> [Point] {
      (0..<ways.count).map {
        cos(FlowMapClock.angles[number]) * standardization.centre + standardization.spread
          * Point(ways.place($0, number))
      }
    }
    for number in [40, 20, 5, 0] {
      let there = exact.points(
        own(FlowMapClock.count), from: level(FlowMapClock.count), to: level(number))
      let distances = zip(own(number), there).map { ($0 - $1).length }
      #expect((distances.max() ?? 1) < 1e-3, "\(number)")
    }
    // Velocities are the slopes of the ways.
    for way in 0..<ways.count {
      let span = FlowMapClock.span(from: 31, to: 29)
      let slope = span.velocity(from: ways.place(way, 31), to: ways.place(way, 29))
      let error = slope - ways.velocity(way, 30)
      #expect((error * error).sum() < 1e-3)
    }
  }

  @Test("With the exact teacher a network reaches the closed form")
  func learnsOneGaussian() throws {
    let gaussian = FlowMapSetting.tilted
    let map = try Self.learned(
      .components([gaussian]), hidden: [64, 64, 64], batch: 256, steps: 8000)
    for (start, end) in zip(Self.levels, Self.levels.dropFirst()) + [(Self.levels[0], .clean)] {
      // Points as they are at the level: the closed form takes those of noise there.
      let points = Self.points(5).map {
        FlowMapSetting.jump(of: $0, in: gaussian, from: Self.levels[0], to: start)
      }
      let errors = zip(points, map.points(points, from: start, to: end)).map {
        (FlowMapSetting.jump(of: $0, in: gaussian, from: start, to: end) - $1).length
      }
      let mean = QualityFigure.mean(errors)
      #expect(mean < 1e-3, "\(mean) from \(start) to \(end)")
    }
  }
}
