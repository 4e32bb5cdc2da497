import Foundation
import Testing

@testable import Diffusion

/// Whole runs with the exact model against those of diffusers and k-diffusion.
@Suite struct SamplerVectorsTests {
  static let mixtures = ["irregular", "ring8"]

  @Test(
    "DDIM runs end where the reference's do",
    .vectors("04_samplers/ddim_leading_n10__ring8_final.csv"),
    arguments: [
      "leading_n10", "leading_n20", "leading_n50", "trailing_n10", "trailing_n20", "trailing_n50",
      "linspace_n10_prevnext", "linspace_n20_prevnext", "linspace_n50_prevnext", "leading_n1000",
      "cosine_trailing_n20", "eta0.5_n20", "eta1.0_n20",
    ], mixtures)
  func ddim(run: String, mixture: String) throws {
    let reference = try ReferenceRun(named: "ddim_\(run)__\(mixture)")
    let options = SamplerOptions(eta: reference.eta)
    #expect(try reference.error(of: .ddim, options: options) < 1e-9)
  }

  @Test func aRunOfTheSubsetEndsWhereTheReferenceDoes() throws {
    let reference = try ReferenceRun(named: "ddim_trailing_n10__irregular")
    #expect(try reference.error(of: .ddim) < 1e-9)
  }

  @Test(
    "A run may end above the clean level",
    .vectors("04_samplers/ddim_sdstyle_n20__ring8_final.csv"),
    arguments: mixtures)
  func stableDiffusionStyle(mixture: String) throws {
    let reference = try ReferenceRun(named: "ddim_sdstyle_n20__\(mixture)")
    let schedule = try reference.schedule
    let indices = try #require(reference.indices)
    let grid = TimeGrid(
      stops: (indices + [0]).map { TimeGrid.Stop(level: schedule.levels[$0], steps: $0 + 1) })
    #expect(try reference.error(of: .ddim, grid: grid) < 1e-9)
  }

  @Test(
    "DDPM runs with the same noise end where the reference's do",
    .vectors("04_samplers/ddpm_mean_n20__ring8_final.csv"),
    arguments: [
      "T100_fixed_small", "T100_fixed_large", "strided_n20", "mean_n20",
    ], mixtures)
  func ddpm(run: String, mixture: String) throws {
    let reference = try ReferenceRun(named: "ddpm_\(run)__\(mixture)")
    let options = SamplerOptions(variance: run.hasSuffix("large") ? .large : .small)
    #expect(try reference.error(of: .ddpm, options: options, isSilent: run == "mean_n20") < 1e-9)
  }

  @Test(
    "Euler and Heun runs end where the reference's do",
    .vectors("04_samplers/euler_leading_n20__ring8_final.csv"),
    arguments: [
      "euler_linspace_n10", "euler_linspace_n20", "euler_linspace_n50", "euler_leading_n20",
      "euler_trailing_n20", "euler_karras_n20", "edm_euler_n10", "edm_euler_n18", "edm_heun_n10",
      "edm_heun_n18", "heun_vp_n20",
    ], mixtures)
  func solvers(run: String, mixture: String) throws {
    try expectSolver(run: run, mixture: mixture)
  }

  @Test("… also those of the subset", arguments: ["edm_euler_n10", "edm_heun_n10"])
  func solversOfTheSubset(run: String) throws {
    try expectSolver(run: run, mixture: "irregular")
  }

  @Test(
    "Euler on the straight line is flow matching's",
    .vectors("04_samplers/flow_euler_uniform_shift1.0_n10__ring8_final.csv"),
    arguments: [10, 20, 50], mixtures)
  func straightLine(steps: Int, mixture: String) throws {
    let reference = try ReferenceRun(named: "flow_euler_uniform_shift1.0_n\(steps)__\(mixture)")
    let schedule = try Schedule(ScheduleSpecification(kind: .straightLine, timesteps: steps))
    let grid = GridKind.trailing.grid(on: schedule, steps: steps)
    #expect(try reference.error(of: .euler, grid: grid) < 1e-9)
  }

  @Test(
    "Grids fall where the reference's do",
    .vectors("04_samplers/ddim_leading_n10__ring8_final.csv"),
    arguments: ["leading", "trailing", "linspace"], [10, 20, 50])
  func grids(kind: String, steps: Int) throws {
    let reference = try ReferenceRun(named: "ddim_\(kind)_n\(steps)__ring8")
    let grid = try GridKind.named(kind).grid(on: reference.schedule, steps: steps)
    #expect(grid.stops.dropLast().map { $0.steps - 1 } == reference.indices)
    #expect(grid.stops.last?.level == .clean)
  }

  private func expectSolver(run: String, mixture: String) throws {
    let reference = try ReferenceRun(named: "\(run)__\(mixture)")
    let sampler = run.contains("heun") ? Sampler.heun : .euler
    for kind in [ScheduleKind.varianceExploding, .linear, .straightLine] {
      let error = try reference.error(of: sampler, in: kind)
      #expect(error < 1e-9, "in the coordinates of \(kind.id)")
    }
  }
}
