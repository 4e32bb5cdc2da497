import Foundation
import Testing

@testable import Diffusion

/// What holds of jumps that are drawn, whoever draws them.
@Suite struct JumpLawTests {
  private static let tilted = GaussianMixture.Component(
    mean: Point(1.5, -0.7), covariance: Covariance(xx: 0.5, xy: 0.3, yy: 0.4), label: "a")
  private static let other = GaussianMixture.Component(
    weight: 2, mean: Point(-1, 0.4), covariance: Covariance(xx: 0.05, xy: -0.02, yy: 0.1),
    label: "b")

  private static func normals(_ count: Int, seed: UInt64 = 3) -> [Point] {
    var stream = Randomness(seed: seed).stream(.reference)
    return stream.normalPoints(count)
  }

  static func ladder(
    _ kind: ScheduleKind = .linear, timesteps: Int = 1000, jump: Int = 250
  ) throws -> JumpLadder {
    JumpLadder(
      on: try Schedule(ScheduleSpecification(kind: kind, timesteps: timesteps)), jump: jump)
  }

  @Test("A ladder has the levels of the schedule that lie a jump apart, and the clean one")
  func levels() throws {
    let schedule = try Schedule(ScheduleSpecification())
    let ladder = JumpLadder(on: schedule, jump: 250)
    #expect(
      ladder.levels == [1000, 750, 500, 250].map { schedule.level(afterSteps: $0) } + [.clean])
    #expect(ladder.count == 4 && ladder.grid.steps == 4)
    #expect(ladder.grid.stops.map(\.steps) == [1000, 750, 500, 250, 0])
  }

  @Test("Of one Gaussian a clean point is its posterior's mean and the coloured latent")
  func oneGaussian() throws {
    let mixture = try GaussianMixture(components: [Self.tilted])
    let level = NoiseLevel(alpha: 0.7, sigma: 0.6)
    let points = [Point(0.3, -1.2), Point(2, 1)]
    let latents = [Point(0.4, -1.3), Point(-2, 0.1)]
    let drawn = ExactPosteriorSampler(of: mixture).cleanPoints(
      of: points, at: level, latents: latents)
    for (point, (latent, clean)) in zip(points, zip(latents, drawn)) {
      let lobe = try #require(mixture.posterior(of: point, at: level)).components[0]
      #expect((clean - lobe.mean - lobe.covariance.coloured(latent)).length < 1e-9)
    }
  }

  @Test("Clean points lie in components as often as their posterior says, and spread as it does")
  func manyDraws() throws {
    let mixture = try GaussianMixture(components: [Self.tilted, Self.other])
    let (level, point, count) = (NoiseLevel(alpha: 0.5, sigma: 0.8), Point(0.1, 0.2), 20000)
    let drawn = ExactPosteriorSampler(of: mixture).cleanPoints(
      of: [Point](repeating: point, count: count), at: level, latents: Self.normals(count))
    let posterior = try #require(mixture.posterior(of: point, at: level))
    let mean = drawn.reduce(Point.zero) { $0 + $1 } / Double(count)
    // A standard error is the posterior's deviation over the root of the count; four of them.
    let room = 4 * posterior.spread * (2 / Double(count)).squareRoot()
    #expect((mean - posterior.mean).length < room)
    var stream = Randomness(seed: 5).stream(.floor)
    let meter = SlicedWasserstein(reference: posterior.draw(count, from: &stream).points)
    let floors = (0..<4).map { _ in
      meter.distances(to: posterior.draw(count, from: &stream).points).second
    }
    #expect(meter.distances(to: drawn).second < 2 * (floors.max() ?? 0))
  }

  @Test("The same latents give the same points, and others others")
  func latentsDecide() throws {
    let mixture = try GaussianMixture(components: [Self.tilted, Self.other])
    let sampler = ExactPosteriorSampler(of: mixture)
    let (points, level) = (Self.normals(20), NoiseLevel(alpha: 0.5, sigma: 0.8))
    let once = sampler.cleanPoints(of: points, at: level, latents: points)
    #expect(once == sampler.cleanPoints(of: points, at: level, latents: points))
    #expect(once != sampler.cleanPoints(of: points, at: level, latents: points.map { -1 * $0 }))
  }

  @Test(
    "One exact jump of points of a level has the distribution of the next",
    arguments: [ScheduleKind.linear, .cosine, .straightLine, .varianceExploding])
  func exactJump(kind: ScheduleKind) throws {
    let mixture = try GaussianMixture(components: [Self.tilted, Self.other])
    let ladder = try Self.ladder(kind)
    let (index, count) = (2, 4000)
    var stream = Randomness(seed: 8).stream(.data)
    func cloud(at level: NoiseLevel) -> [Point] {
      zip(mixture.draw(count, from: &stream).points, stream.normalPoints(count)).map {
        level.alpha * $0 + level.sigma * $1
      }
    }
    let jumped = ladder.jumped(
      cloud(at: ladder.levels[index]), index, by: ExactPosteriorSampler(of: mixture),
      Randomness(seed: 2))
    let meter = SlicedWasserstein(reference: cloud(at: ladder.levels[index + 1]))
    let floors = (0..<3).map { _ in
      meter.distances(to: cloud(at: ladder.levels[index + 1])).second
    }
    #expect(meter.distances(to: jumped).second < 2 * (floors.max() ?? 0))
  }

  @Test("A jump in canonical coordinates is the one in the schedule's own", arguments: 0..<4)
  func canonical(index: Int) throws {
    let ladder = try Self.ladder()
    let standardization = Standardization(centre: Point(0.8, -2), spread: 1.7)
    let jump = CanonicalJump(index, of: ladder, in: standardization)
    let (clean, later, noise) = (Point(0.4, 1.1), Point(-0.6, 0.9), Point(1.2, -0.3))
    struct Fixed: PosteriorSampler {
      let clean: Point
      func cleanPoints(of points: [Point], at level: NoiseLevel, latents: [Point]) -> [Point] {
        points.map { _ in clean }
      }
    }
    let landed = ladder.landed(
      [later], index, by: Fixed(clean: clean), latents: [.zero], noise: [noise])[0]
    let own =
      jump.posterior.clean * standardization.standardized(clean)
      + jump.posterior.noisy * jump.later.point(later)
      + jump.posterior.variance.squareRoot() * noise
    #expect((jump.earlier.point(landed) - own).length < 1e-12)
  }

  @Test("A discriminator is told the very noise that leads from the earlier point to the later")
  func condition() throws {
    for jump in [10, 250] {
      let ladder = try Self.ladder(jump: jump)
      for index in [0, ladder.count / 2, ladder.count - 1] {
        let jump = CanonicalJump(
          index, of: ladder, in: Standardization(centre: Point(1, 2), spread: 0.5))
        let pair = jump.pair(of: SIMD2(0.7, -1.1), (Point(0.3, -0.8), Point(-1.4, 0.6)))
        let noise = jump.condition(of: pair.later).noise(from: pair.earlier)
        // Single precision of a number that is large before the noise is left of it.
        #expect(Point(noise - SIMD2(-1.4, 0.6)).length < 1e-4 / min(1, jump.deviation))
      }
    }
  }

  @Test("Jumps that do not fit the schedule are refused in one line")
  func refused() {
    #expect(DiffusionGANSettings.refusal(ofJump: 250, on: 1000) == nil)
    #expect(DiffusionGANSettings.refusal(ofJump: 5, on: 5) == nil)
    for (jump, timesteps, words) in [
      (300, 250, "a jump of 300 is longer than the schedule, which has 250 timesteps"),
      (30, 1000, "jumps of 30 do not divide the 1000 timesteps of the schedule; 25 and 40 do"),
      (11, 13, "jumps of 11 do not divide the 13 timesteps of the schedule; 13 does"),
      (3, 1000, "jump must be from 10 to 1000, not 3"), (-4, 1000, "not -4"),
    ] {
      let refusal = DiffusionGANSettings.refusal(ofJump: jump, on: timesteps)
      #expect(refusal?.contains(words) == true, "\(refusal ?? "")")
    }
    for timesteps in [10, 50, 997, 1000] {
      let jumps = DiffusionGANSettings.jumps(on: timesteps)
      #expect(jumps.allSatisfy { timesteps % $0 == 0 } && jumps.last == timesteps)
    }
  }
}
