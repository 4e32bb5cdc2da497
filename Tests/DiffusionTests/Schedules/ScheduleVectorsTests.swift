import Foundation
import Testing

@testable import Diffusion

@Suite struct ScheduleVectorsTests {
  /// The reference's names of our kinds.
  static let names: [(file: String, kind: ScheduleKind)] = [
    ("linear", .linear), ("scaled_linear", .scaledLinear), ("scaled_linear", .quadratic),
    ("squaredcos_cap_v2", .cosine), ("sigmoid", .sigmoid), ("exp", .exponential),
    ("laplace", .laplace), ("scaled_linear_zero_snr", .scaledLinearZeroSNR),
    ("linear_scaled1000", .linearRescaled),
  ]

  @Test("Levels are the reference's at T = 50", arguments: names.map(\.file), [50])
  func subset(name: String, timesteps: Int) throws {
    guard Vectors.location(of: "01_schedules/\(name)_T50.csv") != nil else { return }
    try check(name: name, timesteps: timesteps)
  }

  @Test(
    "Levels are the reference's at T = 100 and 1000",
    .vectors("01_schedules/linear_T100.csv", "01_schedules/linear_T1000.csv"),
    arguments: names.map(\.file), [100, 1000])
  func fullSet(name: String, timesteps: Int) throws { try check(name: name, timesteps: timesteps) }

  private func check(name: String, timesteps: Int) throws {
    // Rescaled to T = 1000 the linear betas are the linear ones.
    let file = name == "linear_scaled1000" && timesteps == 1000 ? "linear" : name
    for (candidate, kind) in Self.names where candidate == name {
      let schedule = try Schedule(ScheduleSpecification(kind: kind, timesteps: timesteps))
      try expect(schedule, matches: "01_schedules/\(file)_T\(timesteps).csv")
    }
  }

  private func expect(_ schedule: Schedule, matches path: String) throws {
    let table = try Vectors.table(path)
    let columns: [(String, (Int) -> Double)] = [
      ("beta", { schedule.betas[$0] }),
      ("alphas_cumprod", { schedule.levels[$0].alphaBar }),
      ("sqrt_alphas_cumprod", { schedule.levels[$0].alpha }),
      ("sqrt_one_minus_alphas_cumprod", { schedule.levels[$0].sigma }),
      ("ve_sigma", { schedule.levels[$0].relativeSigma }),
      ("posterior_variance", { schedule.posteriorVariance(atIndex: $0) }),
    ]
    #expect(table.rows.count == schedule.timesteps)
    for (name, value) in columns {
      for (t, reference) in try table.numbers(name).enumerated() {
        let found = value(t)
        #expect(
          found == reference || abs(found - reference) <= 1e-11 * abs(reference),
          "\(name) at t = \(t) of \(path)")
      }
    }
    for (t, reference) in try table.numbers("log_snr").enumerated() {
      let found = schedule.levels[t].logSNR
      #expect(
        found == reference || abs(found - reference) < 1e-10, "log_snr at t = \(t) of \(path)")
    }
  }
}
