import Foundation
import Testing

@testable import Diffusion

@Suite struct ScheduleVectorsTests {
  /// The reference's names of our kinds.
  static let names: [(file: String, kind: ScheduleKind)] = [
    ("linear", .linear), ("scaled_linear", .scaledLinear), ("scaled_linear", .quadratic),
    ("squaredcos_cap_v2", .cosine), ("sigmoid", .sigmoid),
  ]

  @Test("Levels are the reference's at T = 50", arguments: names.map(\.file), [50])
  func subset(name: String, timesteps: Int) throws { try check(name: name, timesteps: timesteps) }

  @Test(
    "Levels are the reference's at T = 100 and 1000",
    .vectors("01_schedules/linear_T100.csv", "01_schedules/linear_T1000.csv"),
    arguments: names.map(\.file), [100, 1000])
  func fullSet(name: String, timesteps: Int) throws { try check(name: name, timesteps: timesteps) }

  @Test func linearBetasRescaledToFewStepsAreTheReference() throws {
    let schedule = try Schedule(
      ScheduleSpecification(timesteps: 50, beta: .init(0.0001 * 20, 0.02 * 20)))
    try expect(schedule, matches: "01_schedules/linear_scaled1000_T50.csv")
  }

  @Test(
    "Straight line and variance exploding are the reference's continuous paths",
    .vectors("01_schedules/continuous.csv"))
  func continuous() throws {
    let table = try Vectors.table("01_schedules/continuous.csv")
    let line = try Schedule(ScheduleSpecification(kind: .straightLine, timesteps: 40))
    let exploding = try Schedule(
      ScheduleSpecification(kind: .varianceExploding, timesteps: 41, sigma: .init(0.01, 50)))
    let times = try table.numbers("t")
    let alphas = try table.numbers("alpha")
    let sigmas = try table.numbers("sigma")
    for (row, name) in try table.texts("schedule").enumerated() {
      let step = Int((times[row] * 40).rounded())
      let level: NoiseLevel
      switch name {
      case "flow_linear": level = line.level(afterSteps: step)
      case "ve_geometric": level = exploding.levels[step]
      default: continue
      }
      #expect(deviation(level.alpha, alphas[row]) < 1e-12)
      #expect(deviation(level.sigma, sigmas[row]) < 1e-12)
    }
  }

  private func check(name: String, timesteps: Int) throws {
    for (file, kind) in Self.names where file == name {
      let schedule = try Schedule(ScheduleSpecification(kind: kind, timesteps: timesteps))
      try expect(schedule, matches: "01_schedules/\(name)_T\(timesteps).csv")
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
        let error = abs(value(t) - reference)
        #expect(error <= 1e-11 * abs(reference), "\(name) at t = \(t) of \(path)")
      }
    }
    for (t, reference) in try table.numbers("log_snr").enumerated() {
      #expect(abs(schedule.levels[t].logSNR - reference) < 1e-10, "log_snr at t = \(t) of \(path)")
    }
  }
}
