import Foundation
import Testing

@testable import Diffusion

/// Densities of data: under the mixture itself, and by the flow that leads to noise.
@Suite struct LikelihoodTests {
  @Test(
    "The mean negative log likelihood is the reference's", .vectors("06_metrics/modes.json"),
    arguments: ["ringA", "ringB", "irrB"])
  func reference(name: String) throws {
    struct Entry: Decodable {
      let mean: Double

      enum CodingKeys: String, CodingKey {
        case mean = "mean_nll"
      }
    }
    let entries = try Vectors.json("06_metrics/modes.json", as: [String: Entry].self)
    let mixture = try Vectors.mixture(name.hasPrefix("ring") ? "ring8" : "irregular")
    let points = try Vectors.table("06_metrics/sets/\(name).csv").points()
    let expected = try #require(entries[name]).mean
    #expect(deviation(mixture.negativeLogLikelihood(of: points), expected) < 1e-12)
  }

  @Test(
    "Laplacians of the log density are the reference's", .vectors("03_scores/irregular.csv"),
    arguments: ["irregular", "ring8"])
  func laplacians(name: String) throws {
    guard Vectors.location(of: "03_scores/\(name).csv") != nil else { return }
    let mixture = try Vectors.mixture(name)
    let table = try Vectors.table("03_scores/\(name).csv")
    let bars = try table.numbers("alphas_cumprod")
    let expected = try table.numbers("laplacian_log_density")
    for (i, point) in try table.points().enumerated() where expected[i].isFinite {
      let level = NoiseLevel(alpha: bars[i].squareRoot(), sigma: (1 - bars[i]).squareRoot())
      #expect(deviation(mixture.diffused(to: level).laplacian(at: point), expected[i]) < 1e-9)
    }
  }

  @Test(
    "The flow's density is the closed form's, and the reference's under the normal prior",
    .vectors("04_samplers/loglik__ring8.csv", "01_schedules/linear_T1000.csv"),
    arguments: ["irregular", "ring8"])
  func flow(name: String) throws {
    let mixture = try Vectors.mixture(name)
    let table = try Vectors.table("04_samplers/loglik__\(name).csv")
    let level = try #require(Schedule(ScheduleSpecification()).levels.last)
    let data = try Array(table.points("x0_x", "x0_y").prefix(6))
    let flow = FlowLikelihood(exact: mixture)
    let noisy = mixture.diffused(to: level)
    let exact = flow.logDensities(of: data, from: level) { noisy.logDensity(at: $0) }
    let normal = flow.logDensities(
      of: data, from: level, logPrior: FlowLikelihood.logPrior(deviation: 1))
    #expect(
      deviation(exact.values, try Array(table.numbers("logp_closed_form").prefix(6))) < 1e-7)
    #expect(
      deviation(normal.values, try Array(table.numbers("logp_pfode_normal_prior").prefix(6)))
        < 1e-7)
    #expect(deviation(exact.ends, try Array(table.points("xT_vp_x", "xT_vp_y").prefix(6))) < 1e-7)
  }

  @Test(
    "By differences the flow's density is the exact one too", arguments: ["linear", "straight"])
  func differences(schedule: String) throws {
    let mixture = Distribution.twoMoons.mixture()
    let kind = schedule == "linear" ? ScheduleKind.linear : .straightLine
    let level = try #require(Schedule(ScheduleSpecification(kind: kind)).levels.last)
    var stream = Randomness(seed: 3).stream(.data)
    let data = mixture.draw(8, from: &stream).points
    let normal = FlowLikelihood.logPrior(deviation: 1)
    let exact = FlowLikelihood(exact: mixture, tolerance: 1e-7)
      .logDensities(of: data, from: level, logPrior: normal).values
    let flow = FlowLikelihood(of: ExactDenoiser(mixture: mixture), spread: mixture.spread)
      .logDensities(of: data, from: level, logPrior: normal).values
    #expect(deviation(flow, exact) < 3e-3)
    // The prior differs from the noised data by the little data that is left there.
    #expect(deviation(exact, data.map(mixture.diffused(to: .clean).logDensity)) < 0.05)
  }
}
