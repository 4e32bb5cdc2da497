import Foundation
import Testing

@testable import Diffusion

/// The closed forms against values of torch, scipy and 50-digit arithmetic, tails to |x| = 250.
@Suite struct MixtureVectorsTests {
  @Test(
    "Log density, score and estimates of the diffused mixture are the reference's",
    .vectors("03_scores/irregular.csv", "inputs/mixture_irregular.json"))
  func irregularScores() throws { try checkScores(of: "irregular") }

  @Test(
    "Log density, score and estimates on the ring are the reference's",
    .vectors("03_scores/ring8.csv", "inputs/mixture_ring8.json"))
  func ringScores() throws { try checkScores(of: "ring8") }

  @Test(
    "Responsibilities are the reference's",
    .vectors("03_scores/irregular.csv", "03_scores/irregular_responsibilities.csv"))
  func irregularResponsibilities() throws { try checkResponsibilities(of: "irregular", count: 5) }

  @Test(
    "Responsibilities on the ring are the reference's",
    .vectors("03_scores/ring8.csv", "03_scores/ring8_responsibilities.csv"))
  func ringResponsibilities() throws { try checkResponsibilities(of: "ring8", count: 8) }

  @Test(
    "Variance-exploding and straight-line levels agree with the reference",
    .vectors("03_scores/irregular_ve_flow.csv"))
  func irregularOtherPaths() throws { try checkOtherPaths(of: "irregular") }

  @Test("Other paths on the ring agree with the reference", .vectors("03_scores/ring8_ve_flow.csv"))
  func ringOtherPaths() throws { try checkOtherPaths(of: "ring8") }

  @Test(
    "Mean and covariance at a level are the reference's",
    .vectors("02_forward/marginal_moments_linear.csv"), arguments: ["irregular", "ring8"],
    ["linear", "squaredcos_cap_v2"].filter {
      Vectors.location(of: "02_forward/marginal_moments_\($0).csv") != nil
    })
  func marginalMoments(of name: String, schedule: String) throws {
    let mixture = try Vectors.mixture(name)
    let table = try Vectors.table("02_forward/marginal_moments_\(schedule).csv")
    let alphaBars = try table.numbers("alphas_cumprod")
    let means = try table.points("mean_x", "mean_y")
    let variances = try table.points("cov_xx", "cov_yy")
    let covariances = try table.numbers("cov_xy")
    for (row, owner) in try table.texts("mixture").enumerated() where owner == name {
      let alphaBar = alphaBars[row]
      let diffused = mixture.covariance.scaled(by: alphaBar, plusVariance: 1 - alphaBar)
      #expect(deviation(alphaBar.squareRoot() * mixture.mean, means[row]) < 1e-11)
      #expect(deviation(Point(diffused.xx, diffused.yy), variances[row]) < 1e-11)
      #expect(deviation(diffused.xy, covariances[row]) < 1e-11)
    }
  }

  private func checkScores(of name: String) throws {
    let mixture = try Vectors.mixture(name)
    let table = try Vectors.table("03_scores/\(name).csv")
    let alphaBars = try table.numbers("alphas_cumprod")
    let points = try table.points()
    let logDensities = try table.numbers("log_density")
    let scores = try table.points("score_x", "score_y")
    let noises = try table.points("eps_x", "eps_y")
    let cleans = try table.points("x0_x", "x0_y")
    let velocities = try table.points("v_x", "v_y")
    for i in points.indices {
      let level = NoiseLevel(variancePreserving: alphaBars[i])
      let diffused = mixture.diffused(to: level)
      let estimate = diffused.estimate(at: points[i])
      let v = level.alpha * estimate.noise - level.sigma * estimate.clean
      #expect(deviation(diffused.logDensity(at: points[i]), logDensities[i]) < 1e-9)
      #expect(deviation(diffused.score(at: points[i]), scores[i]) < 1e-9)
      #expect(deviation(estimate.score(at: level), scores[i]) < 1e-9)
      #expect(deviation(estimate.noise, noises[i]) < 1e-9)
      #expect(deviation(estimate.clean, cleans[i]) < 1e-9)
      #expect(deviation(v, velocities[i]) < 1e-9)
      for instructions in InstructionSet.available {
        var batch = [Estimate.zero]
        diffused.estimate([points[i]], into: &batch, with: instructions)
        let density = diffused.logDensities(at: [points[i]], with: instructions)[0]
        #expect(deviation(density, logDensities[i]) < 1e-9)
        #expect(deviation(batch[0].noise, noises[i]) < 1e-9)
        #expect(deviation(batch[0].clean, cleans[i]) < 1e-9)
      }
    }
  }

  private func checkResponsibilities(of name: String, count: Int) throws {
    let mixture = try Vectors.mixture(name)
    let places = try Vectors.table("03_scores/\(name).csv")
    let points = try places.points()
    let alphaBars = try places.numbers("alphas_cumprod")
    let table = try Vectors.table("03_scores/\(name)_responsibilities.csv")
    #expect(try table.texts("point") == places.texts("point"))
    let columns = try (0..<count).map { try table.numbers("r\($0)") }
    for i in points.indices {
      let level = NoiseLevel(variancePreserving: alphaBars[i])
      let shares = mixture.diffused(to: level).responsibilities(at: points[i])
      #expect(deviation(shares, columns.map { $0[i] }) < 1e-9)
    }
  }

  private func checkOtherPaths(of name: String) throws {
    let mixture = try Vectors.mixture(name)
    let table = try Vectors.table("03_scores/\(name)_ve_flow.csv")
    let kernels = try table.texts("kernel")
    let parameters = try table.numbers("param")
    let points = try table.points()
    let logDensities = try table.numbers("log_density")
    let noises = try table.points("eps_x", "eps_y")
    let cleans = try table.points("x0_x", "x0_y")
    let velocities = try table.points("velocity_x", "velocity_y")
    for i in points.indices {
      let isFlow = kernels[i] == "flow"
      let level = NoiseLevel(alpha: isFlow ? 1 - parameters[i] : 1, sigma: parameters[i])
      let diffused = mixture.diffused(to: level)
      let estimate = diffused.estimate(at: points[i])
      let velocity = isFlow ? estimate.noise - estimate.clean : estimate.noise
      #expect(deviation(diffused.logDensity(at: points[i]), logDensities[i]) < 1e-9)
      #expect(deviation(estimate.noise, noises[i]) < 1e-9)
      #expect(deviation(estimate.clean, cleans[i]) < 1e-9)
      #expect(deviation(velocity, velocities[i]) < 1e-9)
    }
  }
}

extension NoiseLevel {
  /// The level of a variance-preserving schedule at one alpha-bar.
  init(variancePreserving alphaBar: Double) {
    self.init(alpha: alphaBar.squareRoot(), sigma: (1 - alphaBar).squareRoot())
  }
}
