import Foundation
import Testing

@testable import Diffusion

/// Samples that are led into a region of the plane of the first two latents.
@Suite struct LatentRegionTests {
  /// Knows that clean latents are standard normal.
  private struct Normal: Denoiser {
    func estimate(_ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]) {
      let (alpha, sigma) = (level.alpha, level.sigma)
      let whole = alpha * alpha + sigma * sigma
      for index in points.indices {
        estimates[index] = Estimate(
          clean: alpha / whole * points[index], noise: sigma / whole * points[index])
      }
    }
  }

  private static let discs = [
    LatentRegion.Disc(centre: Point(1.2, -0.4), radius: 0.6),
    LatentRegion.Disc(centre: Point(-0.5, 0.9), radius: 0.9),
  ]

  @Test(
    "Of normal data the estimate is the posterior mean, which sums over a grid give too",
    arguments: [0.05, 0.4, 0.9])
  func posterior(sigma: Double) {
    let level = NoiseLevel(alpha: (1 - sigma * sigma).squareRoot(), sigma: sigma)
    let denoiser = RegionDenoiser(base: Normal(), discs: Self.discs, width: 1)
    for point in [Point(0.3, 0.2), Point(-1.1, 0.8), Point(2, -2)] {
      var (sum, mean) = (0.0, Point.zero)
      let step = 0.02
      for x in stride(from: -5.0, through: 5, by: step) {
        for y in stride(from: -5.0, through: 5, by: step) {
          let clean = Point(x, y)
          let offset = point - level.alpha * clean
          let noisy = exp(
            -(clean * clean).sum() / 2 - (offset * offset).sum() / (2 * sigma * sigma))
          let region = Self.discs.reduce(0.0) { sum, disc in
            let away = clean - disc.centre
            return sum + exp(-4.5 * (away * away).sum() / (disc.radius * disc.radius))
          }
          sum += noisy * region
          mean += noisy * region * clean
        }
      }
      let estimate = denoiser.estimates(of: [point], at: level)[0]
      let error = estimate.clean - mean / sum
      #expect((error * error).sum().squareRoot() < 1e-6)
      let back = level.alpha * estimate.clean + sigma * estimate.noise - point
      #expect((back * back).sum().squareRoot() < 1e-12)
    }
  }

  @Test("Only the first two numbers of a latent are led")
  func others() {
    let level = NoiseLevel(alpha: 0.6, sigma: 0.8)
    let points = [Point(0.3, 0.2), Point(-1, 0.5), Point(0.1, 2), Point(0.7, -0.7)]
    let plain = Normal().estimates(of: points, at: level)
    let led = RegionDenoiser(base: Normal(), discs: Self.discs, width: 2)
      .estimates(of: points, at: level)
    for index in points.indices {
      #expect((plain[index] == led[index]) == !index.isMultiple(of: 2))
    }
  }

  @Test("The region of a subject is where its pictures are encoded")
  func subject() throws {
    var trainer = LatentTrainer(
      LatentSettings(), training: TrainingSpecification(batch: 16), parts: [.autoencoder],
      iterations: 2, seed: 4)
    for _ in 0..<2 { _ = trainer.step() }
    let parts = trainer.weights.parts
    let stream = Randomness(seed: 8).stream(.reference)
    let region = LatentRegion.subject("seven")
    let discs = try #require(region.discs(by: parts, of: .digits, from: stream))
    var draw = Randomness(seed: 9).stream(.reference)
    let latents = try #require(parts.autoencoder).latents(
      of: (0..<30).map { _ in PictureSource.digits.picture(with: [7], from: &draw).pixels })
    let kept = latents.count { latent in
      discs.contains { $0.contains(Point(Double(latent[0]), Double(latent[1]))) }
    }
    #expect(kept >= 27)
    #expect(region.discs(by: LatentParts(), of: .digits, from: stream) == nil)
  }

  @Test(
    "What no region can be is refused in words",
    arguments: [
      (LatentRegion.painted([]), "region must be discs"),
      (.painted([.init(centre: Point(9, 0), radius: 1)]), "x and y from -6 to 6"),
      (.painted([.init(centre: .zero, radius: 0)]), "a radius from 0.05 to 3"),
      (.subject("sevn"), "there is no subject 'sevn'; did you mean 'seven'?"),
    ])
  func refusals(region: LatentRegion, message: String) {
    let vocabulary = LatentSettings().vocabulary
    #expect(region.problem(in: vocabulary)?.contains(message) == true)
    #expect(LatentRegion.subject("nine").problem(in: vocabulary) == nil)
    #expect(LatentRegion.painted(Self.discs).problem(in: vocabulary) == nil)
  }
}
